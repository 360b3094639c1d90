// What the made-up people suggest, and what owners make of it, is the same for everybody and as docs/metrics.md wants it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseEvent, suggestionMoves } from '@collateral/sdk/contract';
import { generate } from './generate.js';

const until = '2026-11-20T23:59:59.999Z';
const days = 730;
const dayMs = 86_400_000;
const company = generate({ size: 'S', until, days, everyCheckpoint: false });
const told = tell(company);

describe('what the made-up people suggest', () => {
  test('is the same for the same seed, and another for another', () => {
    const [first, second, other] = [1, 1, 2].map((seed) => tell(generate({ size: 'S', seed, until, days: 40 })));
    assert.deepEqual(first, second);
    assert.notDeepEqual(first?.commands, other?.commands);
  });

  test('changes nothing in what they use', () => {
    const made = generate({ size: 'S', until, days: 3 });
    const used = [...made.days()].flatMap(({ batches }) => [...batches]);
    const all = [...made.history()].flatMap(({ batches }) => [...batches]);
    const isSpoken = (/** @type {typeof all[number]} */ { events }) =>
      /^(suggestion|vote|reply|notice)/.test(events[0]?.type ?? '');
    assert.deepEqual(
      all.filter((delivery) => !isSpoken(delivery)),
      used,
    );
  });

  test('are about 600 suggestions, 3 000 votes and 700 replies in two years', () => {
    assertNear(told.suggestions.size, 600, 60);
    assertNear(told.votes, 3_000, 300);
    assertNear(told.replies, 700, 100);
  });

  test('are events the contract takes, about places and about things that are missing', () => {
    const made = [...told.suggestions.values()];
    for (const { event } of made) assert.deepEqual(parseEvent(event), { event });
    assertNear(made.filter(({ event }) => event.collateralId === undefined).length / made.length, 0.18, 0.05);
    assert.ok(made.some(({ event }) => event.place?.slide) && made.some(({ event }) => event.place?.second));
    assert.ok(made.every(({ event }) => !/[{}]|undefined/.test(event.body)));
    assert.ok(new Set(made.map(({ event }) => event.body)).size > 0.7 * made.length);
  });

  test('come with low ratings of which a third is meant for the owner', () => {
    assertNear(told.lowForOwner / told.low, 1 / 3, 0.05);
  });
});

describe('what owners do', () => {
  test('is a move the contract permits, in the order of time and never from the future', () => {
    for (const steps of told.lives.values()) {
      let status = /** @type {keyof typeof suggestionMoves} */ ('new');
      let last = '';
      steps.forEach(({ at, name, command }, index) => {
        assert.ok(at > last && at <= until, `${at} after ${last}`);
        last = at;
        assert.equal(command.expect, index);
        if (name === 'hide') return;
        const to = name === 'merge' ? 'duplicate' : name === 'unmerge' ? 'new' : command['to'];
        const way = suggestionMoves[status].find((one) => one.to === to);
        assert.ok(way, `from ${status} to ${String(to)}`);
        for (const field of way.requires) assert.ok(name === 'merge' || command[field], `${field} is missing`);
        status = way.to;
      });
    }
  });

  test('comes first after 4 days in the median where somebody owns the item, and never in 15 % of cases', () => {
    const first = firstAnswers(company, told);
    const answered = first.filter((wait) => wait !== null).sort((one, other) => one - other);
    assertNear(answered.length / first.length, 0.85, 0.04);
    assertNear(answered[Math.floor(answered.length / 2)] ?? NaN, 4, 0.8);
  });

  test('ships in versions that are out by then, and later than the suggestion', () => {
    const shipped = told.commands.filter(({ command }) => command['to'] === 'shipped');
    assert.ok(shipped.length > 50, `${shipped.length} shipped`);
    for (const { at, suggestionId, command } of shipped) {
      const name = String(command['shippedVersion']);
      const asked = told.suggestions.get(suggestionId);
      const id = asked ? asked.event.collateralId : decodeURIComponent(suggestionId.split(':')[3] ?? '');
      const item = company.items.find((one) => one.id === (id ?? name));
      const version = id === undefined ? item?.versions[0] : item?.versions.find((one) => one.version === name);
      assert.ok(version && version.publishedAt <= at, `${name} is not out at ${at}`);
      if (asked) assert.ok(version.publishedAt > asked.event.occurredAt);
    }
  });

  test('keeps most promises, breaks some and moves some dates', () => {
    const promised = [...told.lives.values()].flatMap((steps) => {
      const accepted = steps.find(({ command }) => command['to'] === 'accepted');
      const shipped = steps.find(({ command }) => command['to'] === 'shipped');
      return accepted && shipped ? [String(accepted.command['dueAt']) >= shipped.at.slice(0, 10)] : [];
    });
    assertNear(promised.filter(Boolean).length / promised.length, 0.72, 0.12);
    assert.ok(told.commands.filter(({ command }) => /slips|longer|late|wait/.test(command.reason)).length > 10);
  });

  test('merges what means the same into something of the same item that is not hidden', () => {
    const merges = told.commands.filter(({ name }) => name === 'merge');
    assertNear(merges.length / told.suggestions.size, 0.14, 0.06);
    const hidden = new Set(told.commands.flatMap(({ name, suggestionId }) => (name === 'hide' ? suggestionId : [])));
    for (const { suggestionId, command } of merges) {
      const into = told.suggestions.get(String(command['into']));
      assert.ok(into && !hidden.has(String(command['into'])) && into.event.id !== suggestionId);
      const source = told.suggestions.get(suggestionId);
      if (source) assert.equal(into.event.collateralId, source.event.collateralId);
    }
    assert.ok(told.commands.some(({ name }) => name === 'unmerge'));
    assertNear(hidden.size, 8, 7);
  });

  test('is told to those who asked, and most of them answer', () => {
    assert.ok(told.answers > 150, `${told.answers} notices were answered`);
  });

  test('hands some items over, from a producer to another who has them now', () => {
    assertNear(company.handOvers.length, 12, 8);
    for (const { collateralId, from, to, at } of company.handOvers) {
      assert.notEqual(from.id, to.id);
      assert.ok(at <= until);
      assert.equal(company.items.find(({ id }) => id === collateralId)?.producer?.id, to.id);
    }
  });
});

/** Reads a whole history. @param {ReturnType<typeof generate>} made */
function tell(made) {
  const result = {
    /** @type {Map<string, { event: import('@collateral/sdk/contract').SuggestionEvent, actorId: string }>} */ suggestions:
      new Map(),
    /** @type {import('./owner-answers.js').Command[]} */ commands: [],
    /** @type {Map<string, import('./owner-answers.js').Command[]>} */ lives: new Map(),
    /** @type {Map<string, number>} */ ownerReplies: new Map(),
    /** @type {Set<string>} */ withdrawn: new Set(),
    ...{ votes: 0, replies: 0, answers: 0, low: 0, lowForOwner: 0 },
  };
  const seen = new Set();
  for (const { batches, commands } of made.history()) {
    for (const { actorId, producerIds, events } of batches)
      for (const event of events) {
        if (seen.has(event.id) || event.type === 'view' || event.type === 'usage') continue;
        seen.add(event.id);
        if (event.type === 'suggestion') result.suggestions.set(event.id, { event, actorId });
        else if (event.type === 'suggestion-withdrawal') result.withdrawn.add(event.suggestionId);
        else if (event.type === 'vote') result.votes += 1;
        else if (event.type === 'notice-response') result.answers += 1;
        else if (event.type === 'reply') {
          result.replies += 1;
          if (producerIds.length > 0 && !result.ownerReplies.has(event.suggestionId))
            result.ownerReplies.set(event.suggestionId, Date.parse(event.occurredAt));
        } else if (event.type === 'rating' && event.value <= 2 && event.reasons) {
          result.low += 1;
          if (event.tellOwner) result.lowForOwner += 1;
        }
      }
    result.commands.push(...commands);
  }
  result.lives = Map.groupBy(result.commands, ({ suggestionId }) => suggestionId);
  return result;
}

/**
 * Days until the first answer to each idea about an item that has an owner; those of the last months may still come.
 *
 * @param {ReturnType<typeof generate>} made
 * @param {ReturnType<typeof tell>} found
 */
function firstAnswers({ items }, { suggestions, withdrawn, lives, ownerReplies }) {
  const owned = new Set(items.flatMap(({ id, producer }) => (producer ? id : [])));
  return [...suggestions.values()].flatMap(({ event: { id, collateralId = '', occurredAt } }) => {
    const at = Date.parse(occurredAt);
    if (!owned.has(collateralId) || withdrawn.has(id) || Date.parse(until) - at < 90 * dayMs) return [];
    const moved = Date.parse(lives.get(id)?.[0]?.at ?? '');
    const first = Math.min(...[moved, ownerReplies.get(id) ?? NaN].filter(Number.isFinite));
    return [Number.isFinite(first) ? (first - at) / dayMs : null];
  });
}

/** @param {number} got @param {number} expected @param {number} tolerance */
function assertNear(got, expected, tolerance) {
  assert.ok(Math.abs(got - expected) <= tolerance, `${got} is not ${expected} ± ${tolerance}`);
}
