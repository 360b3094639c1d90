// The page's own script: the picker of the demo, and a view for each preview somebody opens.
const picker = document.querySelector('#person');
const notice = document.querySelector('#notice');
const provider = document.querySelector('collateral-provider');

const reloads = await showPeople();
document.addEventListener('toggle', recordView, { capture: true });
if (reloads) reloadWhenBack();

async function showPeople() {
  const reply = await fetch('/demo/people');
  // Any other host signs people in itself, and this page has nothing to pick.
  picker.form.hidden = !reply.ok;
  if (!reply.ok) return false;
  const { current, people, reloads: isWatched } = await reply.json();
  picker.append(new Option('Nobody (signed out)', 'nobody'));
  for (const { id, name } of people) picker.append(new Option(name, id));
  picker.value = current ?? 'nobody';
  notice.textContent =
    picker.value === 'nobody'
      ? 'Nobody is signed in. What you rate now stays on this device and cannot be sent.'
      : 'Choose a point below an item. A second browser, signed in as another person, sees the new count after a reload.';
  return isWatched;
}

const views = new WeakMap();

/** Opening a preview starts a view of the item, closing it ends the view. */
function recordView({ target }) {
  const collateralId = target.dataset?.preview;
  if (!collateralId || !provider.client) return;
  if (target.open) views.set(target, provider.client.view({ collateralId }));
  else views.get(target)?.end();
}

/** While the demo is being worked on (npm run dev): a connection that opens for the second time means a new build. */
function reloadWhenBack() {
  let hasOpened = false;
  new EventSource('/demo/changes').addEventListener('open', () => {
    if (hasOpened) location.reload();
    hasOpened = true;
  });
}
