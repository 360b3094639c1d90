import { usageEventTypes } from '@collateral/sdk/contract';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { sampleId } from '../conformance/sample-fact.js';
import { batch, rating } from '../handler.fixture.js';

/** One request to the ingest route as an attacker, or a broken client, might send it. */
export interface HostileRequest {
  readonly body: Uint8Array<ArrayBuffer> | string;
  readonly contentType: string;
  readonly contentEncoding: string | null;
}

const hostileTexts: readonly string[] = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\u202e',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  "'; DROP TABLE facts; --",
  '=HYPERLINK("https://evil.example")',
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  'NaN',
  '\ud83d\ude00'.repeat(300),
  'x'.repeat(10_001),
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '0000-01-01T00:00:00Z',
  '2026-05-04T09:59:60Z',
  sampleId(1),
  sampleId(1).toUpperCase(),
];

const hostileNumbers: readonly number[] = [
  0,
  -0,
  -1,
  0.1,
  3.5,
  4,
  5.000000000000001,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  5e-324,
];

const hostileValue = fc.oneof(
  { withCrossShrink: true },
  fc.constantFrom<unknown>(...hostileTexts, ...hostileNumbers, true, false, null, [], {}),
  fc.jsonValue({ maxDepth: 4 }),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 20 }),
);

const fieldNames = [
  'id',
  'type',
  'occurredAt',
  'collateralId',
  'version',
  'value',
  'scaleId',
  'comment',
  'reasons',
  'context',
  'viewId',
  'activeMs',
  'progress',
  'suggestionId',
  'body',
  'place',
  'on',
  'query',
  'results',
  'onBehalfOf',
  'actorId',
  'tenant',
  '__proto__',
  'toJSON',
] as const;

/** What the other types of event ask for; each takes what is its own. */
const everyField = {
  viewId: sampleId(9_001),
  activeMs: 1_000,
  visibleMs: 2_000,
  progress: 0.5,
  action: 'search',
  query: 'roi',
  results: 3,
  suggestionId: sampleId(9_002),
  body: 'Add a slide',
  on: true,
  promptId: 'p1',
  noticeId: 'n1',
  answer: 'dismissed',
};

/** A good event with some of its fields replaced. */
const hostileEvent = fc
  .tuple(
    fc.integer({ min: 1, max: 5_000 }),
    fc.constantFrom(...usageEventTypes, 'rating', 'rating'),
    fc.array(fc.tuple(fc.constantFrom(...fieldNames), hostileValue), { maxLength: 4 }),
  )
  .map(([number, type, changes]) => withFields({ ...rating(number, everyField), type }, changes));

const hostileBatch = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: hostileEvent }, { weight: 1, arbitrary: hostileValue }), {
      maxLength: 12,
    }),
    fc.array(
      fc.tuple(
        fc.constantFrom('protocol', 'batchId', 'sentAt', 'forActor', 'context', 'token', 'events', '__proto__'),
        hostileValue,
      ),
      { maxLength: 1 },
    ),
  )
  .map(([events, changes]) => JSON.stringify(withFields(batch(events), changes)));

/** Text that JSON.stringify would never write. */
const brokenJson = fc.oneof(
  fc.tuple(hostileBatch, fc.nat(), fc.constantFrom('', '"', '{', ']', ',', '\\', '\u0000', '1e400')).map(cut),
  fc.constantFrom(
    '',
    ' ',
    'null',
    '[]',
    '"text"',
    'NaN',
    '{"protocol":1,"protocol":1}',
    '{"protocol":1,"batchId":"b","sentAt":"2026-05-04T10:00:00Z","events":[{"value":1e400}]}',
    `{"protocol":1,"batchId":"b","sentAt":"2026-05-04T10:00:00Z","events":[{"id":"a","id":"${sampleId(1)}"}]}`,
    '{"__proto__":{"protocol":1},"constructor":{"prototype":{"isAdmin":true}}}',
    `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    '['.repeat(200_000),
    '\ufeff{"protocol":1}',
  ),
  fc.integer({ min: 1, max: 10 }).map((megabytes) => `{"batchId":"${'x'.repeat(megabytes * 1_000_000)}"}`),
  fc.string({ maxLength: 200, unit: 'binary' }),
);

const contentType = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom('application/json', 'text/plain;charset=UTF-8', 'APPLICATION/JSON ; x=y') },
  { weight: 1, arbitrary: fc.constantFrom('', 'text/html', 'multipart/form-data', 'application/json-patch+json') },
);

/** Any request to `POST /v1/events`: mostly nearly right, because what is plainly wrong is refused at the door. */
export const hostileRequests: fc.Arbitrary<HostileRequest> = fc.oneof(
  { weight: 6, arbitrary: plain(hostileBatch) },
  { weight: 2, arbitrary: plain(brokenJson) },
  { weight: 1, arbitrary: plain(fc.uint8Array({ maxLength: 500 }).map((bytes) => new Uint8Array(bytes))) },
  {
    weight: 2,
    arbitrary: fc.tuple(hostileBatch, fc.double({ min: 0, max: 1, noNaN: true })).map(([text, share]) => {
      const zipped = gzipSync(text);
      // Most arrive whole; the others break off somewhere.
      const kept = share > 0.4 ? zipped.length : Math.floor(share * zipped.length);
      return {
        body: new Uint8Array(zipped.subarray(0, kept)),
        contentType: 'application/json',
        contentEncoding: 'gzip',
      };
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('br', 'deflate', 'gzip, gzip', 'gzip', 'identity', '')
      .chain((contentEncoding) =>
        hostileBatch.map((body) => ({ body, contentType: 'application/json', contentEncoding })),
      ),
  },
);

function plain(body: fc.Arbitrary<string | Uint8Array<ArrayBuffer>>): fc.Arbitrary<HostileRequest> {
  return fc.record({ body, contentType, contentEncoding: fc.constant(null) });
}

// Defined, not assigned: `__proto__` has to become a key of the JSON.
function withFields(object: object, changes: readonly (readonly [name: string, value: unknown])[]): object {
  const copy = { ...object };
  for (const [name, value] of changes)
    Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

function cut([text, place, inserted]: readonly [string, number, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + inserted + text.slice(at + 1);
}
