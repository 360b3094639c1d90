// The page of one item: its name comes from the catalogue, all else from the elements.
import './people.js';
import { showPlace } from './places.js';

const id = new URLSearchParams(location.search).get('item') ?? 'deck-42';
const place = new URLSearchParams(location.search).get('place');
const show = (name, text) => (document.querySelector(`#${name}`).textContent = text);

for (const name of ['news', 'rating', 'suggestions']) document.querySelector(`#${name}`).collateralId = id;
document.querySelector('input[name=item]').value = id;
if (place) showPlace(document.querySelector('#viewer'), JSON.parse(place));

const view = await startView();
addEventListener('pagehide', () => view?.end());
await showItem();

async function startView() {
  const provider = document.querySelector('collateral-provider');
  await customElements.whenDefined('collateral-provider');
  return provider.client?.view({ collateralId: id });
}

async function showItem() {
  const reply = await fetch('/collateral/v1/items?limit=1000');
  const { items = [] } = reply.ok ? await reply.json() : {};
  const item = items.find((one) => one.id === id);
  if (!item) return void show('title', reply.ok ? 'There is no such item' : 'Sign in to see this item');
  const version = item.versions?.findLast(({ publishedAt }) => Date.parse(publishedAt) <= Date.now())?.version;
  show('kind', item.kind.charAt(0).toUpperCase() + item.kind.slice(1).replaceAll('-', ' '));
  show('title', item.title);
  show('owner', [item.producer?.name ?? 'Nobody owns this', version].filter(Boolean).join(', '));
  document.title = `${item.title} · Sales hub`;
}
