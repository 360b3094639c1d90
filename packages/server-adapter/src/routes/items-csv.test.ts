import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onEveryStore, problem, World } from '../handler.fixture.js';
import type { ItemsReply } from './list-items.js';

async function upload(world: World, lines: readonly string[], type = 'text/csv'): Promise<Response> {
  return world.call('/v1/items', {
    method: 'PUT',
    as: 'admin',
    headers: { 'content-type': type },
    body: lines.join('\r\n'),
  });
}

async function list(world: World): Promise<ItemsReply['items']> {
  return ((await (await world.call('/v1/items', { as: 'ana' })).json()) as ItemsReply).items;
}

/** Lines that are wrong, and what the answer says about them. */
const wrong: readonly (readonly [what: string, lines: readonly string[], says: RegExp])[] = [
  ['an unknown column', ['id,title,kind,ownr', 'a,A,deck,x'], /line 1: "ownr" is no column\. There are: id, title/],
  ['a column twice', ['id,title,kind,id', 'a,A,deck,b'], /line 1: the column id is there twice/],
  ['no titles', ['id,kind', 'a,deck'], /line 1: the column title is missing/],
  ['no id', ['id,title,kind', 'a,A,deck', ',B,deck'], /line 3: id is empty/],
  ['no title', ['id,title,kind', 'a,A,deck', 'b,,deck'], /line 3: title is missing or has a wrong value/],
  ['too few cells', ['id,title,kind', 'a,A'], /line 2: it has another number of cells/],
  ['an open quotation mark', ['id,title,kind', 'a,"A,deck'], /line 2: it has .* a quotation mark that nothing closes/],
  [
    'a version without its day',
    ['id,title,kind,version,publishedAt', 'a,A,deck,v1,'],
    /line 2: version and publishedAt/,
  ],
  ['no such day', ['id,title,kind,version,publishedAt', 'a,A,deck,v1,2026-02-31'], /line 2: publishedAt is missing or/],
  [
    'a version twice',
    ['id,title,kind,version,publishedAt', 'a,A,deck,v1,2026-01-01', 'a,,,v1,2026-02-01'],
    /line 2: version/,
  ],
  ['two titles of one item', ['id,title,kind', 'a,A,deck', 'a,B,deck'], /line 3: title is another one than in line 2/],
  ['a name of nobody', ['id,title,kind,producerName', 'a,A,deck,Ann'], /line 2: producerName has no producerId/],
  ['a review day that is none', ['id,title,kind,reviewBy', 'a,A,deck,soon'], /line 2: reviewBy is missing or has/],
  ['the names of an object', ['id,title,kind,__proto__', 'a,A,deck,x'], /"__proto__" is no column/],
];

onEveryStore('a catalogue as CSV', (createStore) => {
  test('is written as a spreadsheet saves it: versions in lines of their own, quotes, several entries in a cell', async () => {
    const world = new World(createStore());
    const reply = await upload(world, [
      '\uFEFFid,title,kind,url,producerId,producerName,team,version,publishedAt,audience,requiredFor,tags,reviewBy,retiredAt',
      'deck-42,"Deck, ""first"" meeting",deck,/decks/42,marketing,Product marketing,pm,v1,2026-01-15,sales | partners,,launch,2026-12-31,',
      'deck-42,,,,,,,v2,2026-06-02T08:00:00Z,,,,,',
      '',
      'module-7,Übung,training-module,,enablement,,,,,sales,sales,,,2026-05-01',
    ]);
    assert.deepEqual(await reply.json(), { created: 2, updated: 0 });
    assert.deepEqual(await list(world), [
      {
        id: 'deck-42',
        title: 'Deck, "first" meeting',
        kind: 'deck',
        url: '/decks/42',
        producer: { id: 'marketing', name: 'Product marketing' },
        team: 'pm',
        audience: ['sales', 'partners'],
        versions: [
          { version: 'v1', publishedAt: '2026-01-15T00:00:00.000Z' },
          { version: 'v2', publishedAt: '2026-06-02T08:00:00Z' },
        ],
        reviewBy: '2026-12-31',
        tags: ['launch'],
      },
      {
        id: 'module-7',
        title: 'Übung',
        kind: 'training-module',
        producer: { id: 'enablement', name: 'enablement' },
        audience: ['sales'],
        retiredAt: '2026-05-01T00:00:00.000Z',
        requiredFor: ['sales'],
      },
    ]);
  });

  for (const [name, delimiter] of [
    ['semicolons', ';'],
    ['tabs', '\t'],
  ] as const) {
    test(`may be separated by ${name}`, async () => {
      const world = new World(createStore());
      const lines = ['kind,title,id', 'deck,"A, B",a'].map((line) => line.replaceAll(/,(?! )/g, delimiter));
      assert.equal((await upload(world, lines, 'text/csv; charset=utf-8')).status, 200);
      assert.deepEqual(await list(world), [{ id: 'a', title: 'A, B', kind: 'deck' }]);
    });
  }

  for (const [what, lines, says] of wrong) {
    test(`is refused with ${what}, whole, naming the line`, async () => {
      const world = new World(createStore());
      const reply = await upload(world, lines);
      const { code, detail } = await problem(reply);
      assert.equal(code, 'invalid-batch');
      assert.match(detail, says);
      assert.deepEqual(await list(world), []);
    });
  }

  test('is refused with more than 5 000 items, and in a type nobody reads', async () => {
    const world = new World(createStore());
    const many = Array.from({ length: 5_001 }, (_, index) => `item-${index},A,deck`);
    assert.equal((await problem(await upload(world, ['id,title,kind', ...many]))).code, 'body-too-large');
    assert.equal((await problem(await upload(world, ['id'], 'text/plain'))).code, 'unsupported-media-type');
  });
});
