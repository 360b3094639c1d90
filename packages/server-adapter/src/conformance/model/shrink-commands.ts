import type { Command } from './command.js';

/** Tries of one shrink; each plays a whole sequence on a new store. */
const mostTries = 400;

/**
 * Finds a short sequence of commands that still fails: leaves out runs of commands, halving their length down to one, then
 * single facts of each append, as long as the rest still fails.
 */
export async function shrinkCommands(
  commands: readonly Command[],
  fails: (commands: readonly Command[]) => Promise<boolean>,
): Promise<readonly Command[]> {
  let tries = 0;
  let best = commands;
  async function keepIfFails(candidate: readonly Command[]): Promise<boolean> {
    if (tries++ >= mostTries || !(await fails(candidate))) return false;
    best = candidate;
    return true;
  }
  for (let size = commands.length >> 1; size >= 1; size >>= 1) {
    // From the end, because what is behind the failure is not needed at all.
    for (let start = best.length - size; start >= 0; start -= size) {
      await keepIfFails([...best.slice(0, start), ...best.slice(start + size)]);
    }
  }
  for (let index = best.length - 1; index >= 0; index--) {
    for (const smaller of withoutOneFact(best[index])) {
      // The index of the fact that goes stays good as long as the last ones go first.
      await keepIfFails(best.with(index, smaller(best[index])));
    }
  }
  return best;
}

function withoutOneFact(command: Command | undefined): readonly ((current: Command | undefined) => Command)[] {
  if (command?.type !== 'append') return [];
  return command.facts
    .map((fact) => (current: Command | undefined) => ({
      ...command,
      facts: (current?.type === 'append' ? current.facts : command.facts).filter((other) => other !== fact),
    }))
    .reverse();
}
