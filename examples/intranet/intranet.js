// The page's own script: a view for each preview somebody opens, and a word about who is signed in.
import './places.js';
import { signedIn } from './people.js';

const provider = document.querySelector('collateral-provider');
const news = document.querySelector('#news');
const views = new WeakMap();

document.addEventListener('toggle', recordView, { capture: true });
void showNews();
const { current } = await signedIn;
if (current) {
  document.querySelector('#notice').textContent =
    current === 'nobody'
      ? 'Nobody is signed in. What you rate now stays on this device and cannot be sent.'
      : 'Choose a point below an item. A second browser, signed in as another person, sees the new count after a reload.';
}

/** Opening a preview starts a view of the item, closing it ends the view. */
function recordView({ target }) {
  const collateralId = target.dataset?.preview;
  if (!collateralId || !provider.client) return;
  if (target.open) views.set(target, provider.client.view({ collateralId }));
  else views.get(target)?.end();
}

/** News stand above the cards only while there are any. */
async function showNews() {
  await customElements.whenDefined('collateral-provider');
  const { notices } = await provider.client.notices().catch(() => ({ notices: [] }));
  news.hidden = notices.length === 0;
}
