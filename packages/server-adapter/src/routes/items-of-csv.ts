import { CollateralError, itemSchema, type Item, type ItemVersion } from '@collateral/sdk/contract';
import { firstFault } from '../request/parse-body.js';
import { getOrMake } from '../store/get-or-make.js';

const texts = ['id', 'title', 'kind', 'url', 'producerId', 'producerName', 'team', 'reviewBy', 'retiredAt'] as const;
const lists = ['audience', 'requiredFor', 'tags'] as const;
const perVersion = ['version', 'publishedAt'] as const;
const columns: readonly string[] = [...texts, ...lists, ...perVersion];
const required = ['id', 'title', 'kind'] as const;

type Line = Readonly<Partial<Record<string, string>>>;

/** One item, put together from its lines. */
interface Gathered {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  readonly cells: Partial<Record<string, string>>;
  readonly versions: ItemVersion[];
}

/**
 * Reads a catalogue as spreadsheets save it: a line of column names, then a line an item, and one more for each further version.
 *
 * Separated by commas, semicolons or tabs, whichever the first line has; the entries of one cell by `|`; a day stands for its first
 * instant in UTC. An empty cell says nothing: what an item had there before is gone, as with JSON.
 *
 * @throws CollateralError `invalid-batch` naming line and column of the first thing that is wrong.
 */
export async function itemsOfCsv(text: string): Promise<readonly Item[]> {
  const gathered = new Map<string, Gathered>();
  for (const { line, cells } of await readLines(text)) {
    const { id } = cells;
    if (id === undefined) refuse(line, 'id is empty. Every line says which item it is about.');
    gather(
      getOrMake(gathered, id, () => ({ line, cells: {}, versions: [] })),
      line,
      cells,
    );
  }
  return [...gathered.values()].map(itemOf);
}

async function readLines(text: string): Promise<readonly { readonly line: number; readonly cells: Line }[]> {
  // Loaded here: most servers never see a CSV file.
  const { parse, CsvError } = await import('csv-parse/sync');
  const [header = ''] = text.split(/\r?\n|\r/, 1);
  const [delimiter = ','] = [',', ';', '\t'].toSorted(
    (one, other) => header.split(other).length - header.split(one).length,
  );
  const options = { bom: true, trim: true, skip_empty_lines: true, info: true, delimiter } as const;
  let rows: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
  try {
    rows = parse(text, options) as unknown as typeof rows;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line: unknown = Reflect.get(cause, 'lines');
    refuse(
      typeof line === 'number' ? line : 1,
      'it has another number of cells than the first line, or a quotation mark that nothing closes.',
      cause,
    );
  }
  const [names = [], ...lines] = rows.map(({ record }) => record);
  checkNames(names);
  return lines.map((record, index) => ({
    line: rows[index + 1]?.info.lines ?? 0,
    cells: Object.fromEntries(names.flatMap((name, at) => (record[at] ? [[name, record[at]]] : []))),
  }));
}

function checkNames(names: readonly string[]): void {
  const unknown = names.find((name) => !columns.includes(name));
  if (unknown !== undefined)
    refuse(1, `${JSON.stringify(unknown.slice(0, 40))} is no column. There are: ${columns.join(', ')}.`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) refuse(1, `the column ${twice} is there twice.`);
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) refuse(1, `the column ${missing} is missing. id, title and kind have to be there.`);
}

// Further lines of an item say its next version; what else they say must be the same.
function gather(item: Gathered, line: number, cells: Line): void {
  for (const [name, value] of Object.entries(cells)) {
    if (value === undefined || (perVersion as readonly string[]).includes(name)) continue;
    if ((item.cells[name] ??= value) !== value)
      refuse(line, `${name} is another one than in line ${item.line}, which is about the same item.`);
  }
  const { version, publishedAt } = cells;
  if ((version === undefined) !== (publishedAt === undefined))
    refuse(line, 'version and publishedAt belong together: fill both or none.');
  if (version !== undefined && publishedAt !== undefined)
    item.versions.push({ version, publishedAt: instantOf(publishedAt) });
}

function itemOf({ line, cells, versions }: Gathered): Item {
  const { producerId, producerName, retiredAt, audience, requiredFor, tags, ...rest } = cells;
  if (producerId === undefined && producerName !== undefined)
    refuse(line, 'producerName has no producerId beside it, by which own ratings are told apart.');
  const item = {
    ...rest,
    ...(producerId !== undefined && { producer: { id: producerId, name: producerName ?? producerId } }),
    ...(retiredAt !== undefined && { retiredAt: instantOf(retiredAt) }),
    ...(audience !== undefined && { audience: entriesOf(audience) }),
    ...(requiredFor !== undefined && { requiredFor: entriesOf(requiredFor) }),
    ...(tags !== undefined && { tags: entriesOf(tags) }),
    ...(versions.length > 0 && { versions }),
  };
  const fault = firstFault(itemSchema, item);
  if (fault !== null) refuse(line, `${columnOf(fault)} is missing or has a wrong value.`);
  return item as unknown as Item;
}

/** The column in which a field of an item stands. */
function columnOf(path: string): string {
  if (path.startsWith('producer.')) return path === 'producer.id' ? 'producerId' : 'producerName';
  const [field = '', , part] = path.split('.');
  return field === 'versions' ? (part ?? 'version') : field;
}

function entriesOf(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function instantOf(cell: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell}T00:00:00.000Z` : cell;
}

function refuse(line: number, fault: string, cause?: unknown): never {
  throw new CollateralError(
    'invalid-batch',
    `The body is not a list of items: line ${line}: ${fault} See docs/host-server.md#4-fill-the-catalogue.`,
    { cause },
  );
}
