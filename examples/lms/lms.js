// The learning system's page: shows the module and vouches for the learner when the module asks.
const frame = document.querySelector('iframe');
const { moduleUrl } = await (await fetch('/launch')).json();
const { origin } = new URL(moduleUrl);

addEventListener('message', async ({ source, origin: from, data }) => {
  // Only the module it has launched gets a token, wherever its frame may have been led since.
  if (source !== frame.contentWindow || from !== origin || data?.type !== 'token-please') return;
  const token = await (await fetch('/token')).text();
  frame.contentWindow.postMessage({ type: 'token', id: data.id, token }, origin);
});
frame.src = moduleUrl;
