// Brings past views and ratings into Collateral, through the same route browsers use.
// node examples/import-history/import-history.js history.csv https://intranet.example/collateral   (token in COLLATERAL_TOKEN)
//
// CSV columns: person, team, item, version, time (ISO 8601 UTC), type (view or rating), value (1 to 5), activeSeconds, comment.
// A JSON file is a list of objects with the same names. May be run again after it was stopped: every line has an id of its own
// that is always the same, so nothing counts twice.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';

const linesPerBatch = 200;

/** @typedef {{ person: string, team?: string, item: string, version?: string, time: string, type: string, value?: string | number, activeSeconds?: string | number, comment?: string }} Line */
/** @typedef {{ line: number, code: string, message: string }} Refused */

/**
 * @param {object} options
 * @param {string} options.file
 * @param {string} options.endpoint where the handler is mounted
 * @param {string} options.token sign-in of a service
 * @param {(done: number, all: number) => void} [options.onProgress]
 * @returns {Promise<{ accepted: number, duplicates: number, refused: Refused[] }>}
 */
export async function importHistory({ file, endpoint, token, onProgress = () => undefined }) {
  const lines = await readLines(file);
  const ids = idsOf(lines);
  const result = { accepted: 0, duplicates: 0, refused: /** @type {Refused[]} */ ([]) };
  for (let first = 0; first < lines.length; first += linesPerBatch) {
    const events = lines
      .slice(first, first + linesPerBatch)
      .map((line, index) => eventOf(line, ids[first + index] ?? ''));
    const receipt = await send(endpoint, token, events, first);
    result.accepted += receipt.accepted;
    result.duplicates += receipt.duplicates;
    for (const { index, code, message } of receipt.rejected)
      result.refused.push({ line: first + index + 1, code, message });
    onProgress(Math.min(first + linesPerBatch, lines.length), lines.length);
  }
  return result;
}

/**
 * @param {string} file
 * @returns {Promise<Line[]>}
 */
async function readLines(file) {
  const text = await readFile(file, 'utf8');
  if (file.endsWith('.json')) return JSON.parse(text);
  return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true });
}

/** @param {Line} line @param {string} id */
function eventOf({ person, team, item, version, time, type, value, activeSeconds, comment }, id) {
  const common = {
    id,
    type,
    occurredAt: time,
    collateralId: item,
    ...(version && { version }),
    onBehalfOf: { actorId: person, ...(team && { team }) },
  };
  if (type === 'rating')
    return { ...common, value: Number(value), scaleId: 'collateral-5@1', ...(comment && { comment }) };
  const activeMs = Math.round(Number(activeSeconds || 0) * 1_000);
  return { ...common, viewId: id, activeMs, visibleMs: activeMs, progress: 0 };
}

/**
 * Makes ids from what the lines say: the same file gives the same ids, and two equal lines still count as two.
 *
 * @param {Line[]} lines
 */
function idsOf(lines) {
  const seen = new Map();
  return lines.map((line) => {
    const text = JSON.stringify([line.person, line.item, line.version ?? '', line.time, line.type]);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    const hash = createHash('sha256').update(`${text}${count}`).digest('hex');
    const time = Math.max(0, Date.parse(line.time) || 0)
      .toString(16)
      .padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-8${hash.slice(3, 6)}-${hash.slice(6, 18)}`;
  });
}

/**
 * @param {string} endpoint
 * @param {string} token
 * @param {object[]} events
 * @param {number} first
 */
async function send(endpoint, token, events, first) {
  const body = JSON.stringify({ protocol: 1, batchId: `import-${first}`, sentAt: new Date().toISOString(), events });
  for (let attempt = 1; ; attempt += 1) {
    const reply = await fetch(`${endpoint}/v1/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    if (reply.ok) return /** @type {Promise<import('@collateral/sdk/contract').Receipt>} */ (reply.json());
    const seconds = Number(reply.headers.get('retry-after'));
    if (!(seconds > 0) || attempt === 10)
      throw new Error(`Line ${first + 1} and following were refused with ${reply.status}: ${await reply.text()}`);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file, endpoint] = process.argv.slice(2);
  const token = process.env['COLLATERAL_TOKEN'];
  if (!file || !endpoint || !token) {
    console.error('COLLATERAL_TOKEN=… node import-history.js history.csv https://intranet.example/collateral');
    process.exit(2);
  }
  const { accepted, duplicates, refused } = await importHistory({
    file,
    endpoint,
    token,
    onProgress(done, all) {
      const filled = Math.round((done / all) * 30);
      process.stdout.write(`\r${'█'.repeat(filled)}${'░'.repeat(30 - filled)} ${done} of ${all} lines`);
    },
  });
  console.log(`\n${accepted} stored, ${duplicates} known already, ${refused.length} refused`);
  for (const { line, code, message } of refused) console.log(`line ${line}: ${code}: ${message}`);
  process.exit(refused.length > 0 ? 1 : 0);
}
