// What the elements can't know: where this host keeps the page of an item, and how its viewer opens a place inside one.

document.addEventListener('collateral-select', (event) => {
  // The insights have screens of their own; news and the inbox ask for the page of an item.
  if (event.target.localName === 'collateral-insights' || !event.collateralId) return;
  event.preventDefault();
  const here = document.querySelector('#rating');
  if (here?.collateralId === event.collateralId) here.focus();
  else location.href = pageOf(event.collateralId);
});

document.addEventListener('collateral-place', (event) => {
  const { collateralId, place } = event;
  const viewer = document.querySelector('#viewer');
  if (viewer) showPlace(viewer, place);
  else if (collateralId) location.href = `${pageOf(collateralId)}&place=${encodeURIComponent(JSON.stringify(place))}`;
});

/** Says what a viewer would show: the demo has no files to open. */
export function showPlace(viewer, { slide, page, second, quote }) {
  const where =
    slide !== undefined
      ? `slide ${slide}`
      : page !== undefined
        ? `page ${page}`
        : second !== undefined
          ? `${Math.floor(second / 60)}:${String(Math.floor(second % 60)).padStart(2, '0')}`
          : `“${quote}”`;
  viewer.textContent = `Here your own viewer opens ${where}.`;
}

function pageOf(collateralId) {
  return `/item.html?item=${encodeURIComponent(collateralId)}`;
}
