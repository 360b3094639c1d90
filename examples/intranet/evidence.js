// Shows what is behind a number of the scorecard: the items and suggestions it was counted from.
const scorecard = document.querySelector('collateral-scorecard');
const dialog = document.querySelector('#evidence');
const parts = { hit: 'yes', miss: 'no', open: 'still waiting', excluded: 'left out' };

scorecard.addEventListener('collateral-select', async ({ measure }) => {
  const query = new URLSearchParams({ measure, period: scorecard.period, limit: '200' });
  const reply = await fetch(`/collateral/v1/scorecards/evidence?${query}`).catch(() => undefined);
  if (reply?.ok) showEvidence(await reply.json());
  else showEvidence({ total: 0, entries: [] }, 'The list could not be had. Try again in a moment.');
});

function showEvidence({ total, entries }, trouble) {
  const all = entries.length < total ? `the first ${entries.length} of ${total}` : total;
  const heading = trouble ?? `Behind this number: ${all}`;
  dialog.querySelector('h2').textContent = heading;
  dialog.querySelector('ul').replaceChildren(...entries.map(lineOf));
  dialog.showModal();
}

function lineOf({ title, version, part, reason }) {
  const line = document.createElement('li');
  const name = [title ?? 'A request for new material', version].filter(Boolean).join(', ');
  line.textContent = `${name}: ${parts[part]}${reason ? ` (${reason.replaceAll('-', ' ')})` : ''}`;
  return line;
}
