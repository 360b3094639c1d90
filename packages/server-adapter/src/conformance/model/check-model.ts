import { CaseFailure } from '../case-failure.js';
import { SeededRandom } from '../seeded-random.js';
import type { StoreSubject } from '../store-case.js';
import { describeCommand } from './command.js';
import { playCommands } from './play-commands.js';
import { randomCommands } from './random-commands.js';
import { shrinkCommands } from './shrink-commands.js';

/** How a model check goes. */
export interface ModelCheckOptions {
  /** Decides the commands: the same seed gives the same ones on every machine. */
  readonly seed: number;
  /** How many commands to play. @defaultValue 80 */
  readonly commandCount?: number;
}

/**
 * Plays random commands on a new store and on the model, and compares every answer.
 *
 * @throws CaseFailure with the shortest sequence of commands it found that still fails, and the seed.
 */
export async function checkModel(subject: StoreSubject, { seed, commandCount = 80 }: ModelCheckOptions): Promise<void> {
  const mayRestart = subject.abilities?.includes('reopen') === true;
  const commands = randomCommands(new SeededRandom(seed), commandCount, mayRestart);
  const first = await playCommands(subject, commands);
  if (first === null) return;
  const shortest = await shrinkCommands(
    commands.slice(0, first.at + 1),
    async (candidate) => (await playCommands(subject, candidate)) !== null,
  );
  // A store whose faults come and go may pass this time; then the first difference has to do.
  const { at, did, expected } = (await playCommands(subject, shortest)) ?? first;
  const list = shortest
    .slice(0, at + 1)
    .map((command, index) => `  ${index + 1}. ${describeCommand(command)}`)
    .join('\n');
  throw new CaseFailure({
    what: `Model check with seed ${seed}. These commands are enough:\n${list}\nAt the last of them`,
    who: 'store',
    did: `gave ${did}`,
    expected,
    rule: 'Store in store/store.ts',
  });
}
