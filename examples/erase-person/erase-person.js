// Gives a person what is stored about them, erases them, and checks that nobody can find them and that the figures still add up.
// node examples/erase-person/erase-person.js ana export.json https://intranet.example/collateral   (token of an admin in COLLATERAL_TOKEN)
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

/** @typedef {{ actorId: string, moves: unknown[], events: { id: string, collateralId: string | null }[] }} Export */

/**
 * @param {object} options
 * @param {string} options.endpoint where the handler is mounted
 * @param {string} options.token sign-in of an admin or a service
 * @param {string} options.person the id the host signs them in with
 * @param {string} options.file where their data goes, before anything is erased
 * @returns {Promise<{ erasedAt: string, events: number, moves: number, changedFigures: string[], left: number }>}
 */
export async function erasePerson({ endpoint, token, person, file }) {
  const call = (/** @type {string} */ path, method = 'GET') => callHandler(`${endpoint}/v1${path}`, token, method);
  const about = `/people/${encodeURIComponent(person)}`;
  /** @type {Export} */
  const data = await call(about);
  // Theirs first: afterwards nobody can give it to them any more.
  await writeFile(file, JSON.stringify(data, null, 2), { mode: 0o600 });
  const before = await readFigures(call, data);
  /** @type {{ erasedAt: string }} */
  const { erasedAt } = await call(about, 'DELETE');
  const after = await readFigures(call, data);
  /** @type {Export} */
  const left = await call(about);
  return {
    erasedAt,
    events: data.events.length,
    moves: data.moves.length,
    changedFigures: [...before.keys()].filter((name) => before.get(name) !== after.get(name)),
    left: left.events.length + left.moves.length,
  };
}

/**
 * The numbers the person's doings are part of, as text that can be compared.
 *
 * @param {(path: string) => Promise<any>} call
 * @param {Export} data
 */
async function readFigures(call, { events }) {
  const items = new Set(events.flatMap(({ collateralId }) => collateralId ?? []));
  /** @type {Map<string, string>} */
  const figures = new Map();
  // When it was asked for is no figure.
  const overview = await call('/insights/overview');
  figures.set('overview', JSON.stringify({ ...overview, asOf: null }));
  for (const item of items) {
    // Their words are not theirs alone: comments leave with them, and so may the count of those who wrote some.
    const page = await call(`/insights/items/${encodeURIComponent(item)}`);
    figures.set(item, JSON.stringify({ ...page, asOf: null, comments: null }));
    const { suggestions } = await call(`/suggestions?collateralId=${encodeURIComponent(item)}`);
    for (const { suggestionId, supporters, replyCount, status } of suggestions)
      figures.set(suggestionId, JSON.stringify([supporters, replyCount, status]));
  }
  return figures;
}

/**
 * @param {string} url
 * @param {string} token
 * @param {string} method
 * @returns {Promise<any>}
 */
async function callHandler(url, token, method) {
  const reply = await fetch(url, { method, headers: { authorization: `Bearer ${token}` } });
  // An item the catalogue does not know has no figures of its own.
  if (reply.status === 404) return null;
  if (!reply.ok) throw new Error(`${method} ${url} answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [person = '', file = 'export.json', endpoint = 'http://localhost:4180/collateral'] = process.argv.slice(2);
  const token = process.env['COLLATERAL_TOKEN'] ?? '';
  const { erasedAt, events, moves, changedFigures, left } = await erasePerson({ endpoint, token, person, file });
  console.log(`${events} events and ${moves} steps are in ${file}. Erased at ${erasedAt}; ${left} are left.`);
  for (const name of changedFigures) console.error(`This figure changed: ${name}`);
  process.exitCode = left > 0 || changedFigures.length > 0 ? 1 : 0;
}
