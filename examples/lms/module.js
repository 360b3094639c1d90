// The training module: counts what was listened to, records the completion, and is asked for a rating at the end.
// Where this host serves the CDN files of the elements.
const assets = new URL('assets/', location.href);
const { createClient } = await import(`${assets}collateral.js`);
const { mount } = await import(`${assets}mount.js`);

const learningSystem = new URL(document.referrer).origin;
const collateralId = 'module-7';
const client = createClient({ endpoint: '/collateral', token: askForToken });
client.observe(document); // the view of the section, with the share of the recording that was played

const provider = document.createElement('collateral-provider');
provider.client = client;
document.querySelector('#rate').append(provider);
await mount(provider, { element: 'rating', collateralId, label: 'Rate this module', summary: true, prompt: true });

const finish = document.querySelector('#finish');
document.querySelector('audio').addEventListener('ended', () => (finish.disabled = false));
finish.addEventListener(
  'click',
  async () => {
    finish.disabled = true;
    document.querySelector('section').hidden = true; // which ends its view
    const { state } = await client.complete({ collateralId, success: true });
    // A frame of another site may have no disk: then it is kept in this page and sent at once.
    document.querySelector('#news').textContent = state === 'none' ? 'Not recorded.' : 'Completed.';
  },
  { once: true },
);

/** Asks the learning system who the learner is. */
function askForToken() {
  const id = crypto.randomUUID();
  return new Promise((resolve) => {
    addEventListener('message', function hear({ origin, data }) {
      if (origin !== learningSystem || data?.type !== 'token' || data.id !== id) return;
      removeEventListener('message', hear);
      resolve(data.token);
    });
    parent.postMessage({ type: 'token-please', id }, learningSystem);
  });
}

// For the test that opens this example.
globalThis.collateralClient = client;
