import { isClosed, type Receipt, type SuggestionDetail, type SuggestionStatus } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readAll } from '../conformance/read-all.js';
import { sampleId } from '../conformance/sample-fact.js';
import { SeededRandom } from '../conformance/seeded-random.js';
import { openPlace } from './open-place.fixture.js';

const people = ['ana', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida', 'jon', 'kim', 'lou'] as const;
const suggestions = [
  sampleId(1),
  sampleId(2),
  sampleId(3),
  sampleId(4),
  sampleId(5),
  sampleId(6),
  sampleId(7),
  sampleId(8),
] as const;
const operations = 640;
const inFlight = 16;

/** A process that serves the store. */
interface Served {
  readonly address: string;
  readonly child: ChildProcess;
}

/**
 * Lets people vote and moderators move, merge, undo and hide through two processes at once, then checks what is left: nobody counts
 * twice or not at all, every command that was answered with 200 is a step and no other is, and both processes say the same.
 *
 * What is right is worked out here from the log and from the answers, not with the code that is tested.
 */
export async function doEverythingAtOnce(
  place: string,
  seed: number,
): Promise<{ readonly done: number; readonly refused: number }> {
  const starting = [serve(place), serve(place)] as const;
  try {
    const served = await Promise.all(starting);
    const random = new SeededRandom(seed);
    let number = 1_000;
    const post = async (path: string, as: string, body: object): Promise<Response> => {
      const { address } = random.pick(served);
      const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json' };
      return fetch(address + path, { method: 'POST', headers, body: JSON.stringify(body) });
    };
    const send = async (as: string, event: object): Promise<void> => {
      number += 1;
      const occurredAt = new Date().toISOString();
      const events = [{ id: sampleId(number), occurredAt, ...event }];
      const reply = await post('/v1/events', as, { protocol: 1, batchId: `${number}`, sentAt: occurredAt, events });
      assert.deepEqual(((await reply.json()) as Receipt).rejected, []);
    };
    for (const [index, id] of suggestions.entries())
      await send(people[index] ?? '', { id, type: 'suggestion', collateralId: 'deck-1', body: `Idea ${index}` });
    const steps = new Map<string, number>();
    const counts = { done: 0, refused: 0 };
    const command = async (suggestionId: string, name: string, body: object): Promise<void> => {
      number += 1;
      const id = sampleId(number);
      const seen = await read<SuggestionDetail>(random.pick(served), `/v1/suggestions/${suggestionId}`);
      const full = { id, expect: seen.revision, reason: 'Because', ...body };
      const replies = await Promise.all(
        // Every third is sent twice at once, as after a lost reply.
        Array.from({ length: random.below(3) === 0 ? 2 : 1 }, () =>
          post(`/v1/suggestions/${suggestionId}/${name}`, 'admin', full),
        ),
      );
      const statuses = replies.map(({ status }) => status);
      assert.ok(
        statuses.every((status) => [200, 400, 409].includes(status)),
        statuses.join(),
      );
      const isDone = statuses.includes(200);
      counts[isDone ? 'done' : 'refused'] += 1;
      if (isDone) steps.set(suggestionId, (steps.get(suggestionId) ?? 0) + 1);
    };
    const something = async (): Promise<void> => {
      const suggestionId = random.pick(suggestions);
      const which = random.below(10);
      if (which < 6) await send(random.pick(people), { type: 'vote', suggestionId, on: random.below(4) > 0 });
      else if (which === 6) await command(suggestionId, 'merge', { into: random.pick(suggestions) });
      else if (which === 7) await command(suggestionId, 'unmerge', {});
      else if (which === 8) await command(suggestionId, 'transitions', { to: 'declined' });
      else await command(suggestionId, 'hide', { hidden: random.below(2) === 0 });
    };
    for (let begun = 0; begun < operations; begun += inFlight)
      await Promise.all(Array.from({ length: inFlight }, something));
    await check(place, served, steps);
    return counts;
  } finally {
    // Also when only one of them began: a test waits for its children.
    for (const one of await Promise.allSettled(starting))
      if (one.status === 'fulfilled') one.value.child.kill('SIGKILL');
  }
}

async function check(place: string, served: readonly Served[], steps: ReadonlyMap<string, number>): Promise<void> {
  const behind = await readVotes(place);
  const seen = await Promise.all(
    served.map((one) => Promise.all(suggestions.map((id) => read<SuggestionDetail>(one, `/v1/suggestions/${id}`)))),
  );
  assert.deepEqual(seen[0], seen[1], 'two processes say different things');
  const byId = new Map(seen[0]?.map((one) => [one.suggestionId, one]));
  for (const one of byId.values()) {
    assert.equal(one.history.length, steps.get(one.suggestionId) ?? 0, 'a step is missing or there twice');
    assert.equal(one.revision, one.history.length);
    const family = suggestions.filter((id) => rootOf(id, byId) === one.suggestionId);
    if (one.status === 'duplicate') continue;
    const distinct = new Set(family.flatMap((id) => [...(behind.get(id) ?? [])]));
    assert.equal(one.supporters, distinct.size, `people behind ${one.suggestionId}, which is ${one.status}`);
    assert.ok(!isClosed(one.status) || !one.may.vote);
  }
}

function rootOf(
  id: string,
  byId: ReadonlyMap<string, { readonly status: SuggestionStatus; readonly duplicateOf: string | null }>,
): string {
  let root = id;
  for (let hops = 0; byId.get(root)?.status === 'duplicate'; hops += 1) {
    assert.ok(hops < suggestions.length, 'suggestions are merged into each other');
    root = byId.get(root)?.duplicateOf ?? '';
  }
  return root;
}

/** Everybody behind each suggestion by itself: its author, and whose latest vote is on. */
async function readVotes(place: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const store = openPlace(place);
  try {
    const facts = (await readAll(store, 'main')).facts.toSorted((one, other) =>
      `${one.effectiveAt}${one.id}` < `${other.effectiveAt}${other.id}` ? -1 : 1,
    );
    const behind = new Map<string, Set<string>>(suggestions.map((id) => [id, new Set()]));
    for (const { type, actorId, detail } of facts) {
      if (type !== 'vote') continue;
      const voters = behind.get(String(detail['suggestionId']));
      if (detail['on'] === true) voters?.add(actorId);
      else voters?.delete(actorId);
    }
    for (const { type, actorId, id } of facts) if (type === 'suggestion') behind.get(id)?.add(actorId);
    return behind;
  } finally {
    await store.close();
  }
}

async function serve(place: string): Promise<Served> {
  const script = fileURLToPath(new URL('./handler-process.fixture.js', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of child.stdout.setEncoding('utf8'))
    return { address: `http://127.0.0.1:${String(chunk).trim()}`, child };
  throw new Error('The process ended before it served anything.');
}

async function read<Body>({ address }: Served, path: string): Promise<Body> {
  const reply = await fetch(address + path, { headers: { authorization: 'Bearer admin' } });
  assert.equal(reply.status, 200);
  return (await reply.json()) as Body;
}
