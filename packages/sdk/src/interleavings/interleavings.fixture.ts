import fc from 'fast-check';
import { loadRefusals } from '../delivery/ledger.js';
import { createWorld, type World } from './world.fixture.js';

type Move = readonly [name: string, ...given: unknown[]];

const tab = fc.nat(3);
const moves: fc.Arbitrary<Move> = fc.oneof(
  { weight: 1, arbitrary: fc.tuple(fc.constant('open'), fc.boolean()) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('record'), tab, fc.constantFrom('rating', 'usage', 'new', 'poison')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('view'), tab) },
  { weight: 9, arbitrary: fc.tuple(fc.constant('write'), fc.nat(5)) },
  { weight: 5, arbitrary: fc.tuple(fc.constant('answer'), fc.nat(5)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('advance'), fc.constantFrom(1_000, 5_000, 31_000, 400_000)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('setClock'), fc.constantFrom(0, -48, 2)) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constant('setMood'),
      fc.constantFrom('well', 'offline', 'reply-lost', 'unwell', 'signed-out', 'not-yet', 'refuses-batch', 'small'),
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constant('setDisk'), tab, fc.constantFrom('works', 'fails', 'forgets')) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('change'), tab, fc.constantFrom('hidden', 'back', 'focus')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('crash'), tab) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('close'), tab) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('signIn'), fc.constantFrom('tag-a', 'tag-b')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('setActor'), tab, fc.constantFrom('tag-a', 'tag-b'), fc.boolean()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('setConsent'), tab, fc.constantFrom('granted', 'denied', 'unknown')) },
);

/**
 * Runs so many interleavings of everything that can happen, and throws the smallest one after which an event is lost, kept
 * twice or under another person. The seed makes a run repeatable.
 */
export async function checkInterleavings(numRuns: number, seed: number): Promise<void> {
  // Steps are made of microtasks; a file takes longer, once.
  await loadRefusals();
  const schedules = fc.array(moves, { minLength: 5, maxLength: 60, size: 'max' });
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      const world = createWorld();
      world.open(true);
      for (const [name, ...given] of schedule) {
        // The names above are those of the world.
        await (world[name as keyof World] as (...rest: unknown[]) => unknown)(...given);
      }
      const faults = await world.settle();
      if (faults.length > 0) throw new Error(faults.join('\n'));
    }),
    { numRuns, seed, endOnFailure: false },
  );
}
