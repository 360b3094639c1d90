// Keeps what the insights show in the page's URL, so that it can be sent to somebody and the back button works.
import { signedIn } from './people.js';

const insights = document.querySelector('collateral-insights');

/** The attributes that say what is shown, with the values that need no mention. */
const usual = { screen: 'overview', collateralId: '', period: 'last-90-days', filter: '', sort: '-views', page: 1 };

showPlace();
addEventListener('popstate', showPlace);
// The element has moved by the time a task of its own runs: then its properties say where to.
insights.addEventListener('collateral-select', (event) => queueMicrotask(() => keepPlace(event, 'pushState')));
insights.addEventListener('collateral-filter', (event) => queueMicrotask(() => keepPlace(event, 'replaceState')));

function showPlace() {
  const parameters = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(usual)) {
    const given = parameters.get(name);
    insights[name] = typeof value === 'number' ? Number(given ?? value) : (given ?? value);
  }
}

function keepPlace(event, how) {
  if (event.defaultPrevented) return;
  // What scorecards keep there stays.
  const parameters = new URLSearchParams(location.search);
  for (const name of Object.keys(usual)) parameters.delete(name);
  for (const [name, value] of Object.entries(usual)) {
    if (insights[name] !== value) parameters.set(name, insights[name]);
  }
  const search = parameters.size > 0 ? `?${parameters}` : '';
  if (search !== location.search) history[how](null, '', location.pathname + search);
}

// Scorecards choose their period themselves; each has a name of its own in the URL.
for (const scorecard of document.querySelectorAll('collateral-scorecard')) {
  const name = `${scorecard.id || 'scorecard'}-period`;
  const keep = () => {
    scorecard.period = new URLSearchParams(location.search).get(name) ?? usual.period;
  };
  keep();
  addEventListener('popstate', keep);
  scorecard.addEventListener('collateral-filter', ({ period }) => {
    const url = new URL(location.href);
    if (period === usual.period) url.searchParams.delete(name);
    else url.searchParams.set(name, period);
    history.replaceState(null, '', url);
  });
}

// Admins and auditors see who changed what; others would only be told that they may not.
const { mayAudit } = await signedIn;
if (mayAudit) {
  const audit = Object.assign(document.createElement('collateral-scorecard'), { id: 'audit' });
  audit.setAttribute('screen', 'audit');
  document.querySelector('collateral-provider').append(audit);
}
