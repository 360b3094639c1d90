// The page's own script: the picker of the demo, and a view for each preview somebody opens.
const picker = document.querySelector('#person');
const notice = document.querySelector('#notice');
const provider = document.querySelector('collateral-provider');

await showPeople();
picker.addEventListener('change', () => picker.form.submit());
document.addEventListener('toggle', recordView, { capture: true });

async function showPeople() {
  const { current, people } = await (await fetch('/demo/people')).json();
  picker.append(new Option('Nobody (choose a person)', ''));
  for (const { id, name } of people) picker.append(new Option(name, id));
  picker.value = current ?? '';
  notice.textContent = current
    ? 'Choose a point below an item. Open a second browser with another person to see the count change.'
    : 'Choose a person at the top of the page. Until then nobody is signed in, and nothing can be sent.';
}

const views = new WeakMap();

/** Opening a preview starts a view of the item, closing it ends the view. */
function recordView({ target }) {
  const collateralId = target.dataset?.preview;
  if (!collateralId || !provider.client) return;
  if (target.open) views.set(target, provider.client.view({ collateralId }));
  else views.get(target)?.end();
}
