import { CollateralError } from '@collateral/sdk/contract';
import { calendarDay } from '../insights/calendar-day.js';
import { readItems } from '../store/catalogue.js';
import { noteAssigned } from './assigned-places.js';

import { decideMove, type Command } from './decide-move.js';
import { addMove } from './moves-book.js';
import { assigneesFor } from './shape-detail.js';
import type { StoredMove } from '../store/stored-move.js';
import { readReplies } from './suggestion-facts.js';
import { readAround } from './read-around.js';
import { roleFor, viewConversation, type Viewer } from './viewer.js';

/**
 * Does a command about one suggestion, once.
 *
 * It is decided on what is written at that moment: when somebody else wrote to the same item meanwhile, it is decided anew.
 *
 * @param before - called with the step right before it is written; it may be called for steps that are then decided anew.
 * @returns the step that was written, or null when it had been done before.
 * @throws MoveRefused, CollateralError `forbidden`, `not-found`, `invalid-batch`, `id-conflict`.
 */
export async function doCommand(
  viewer: Viewer,
  place: string | null,
  suggestionId: string,
  command: Command,
  before: (move: StoredMove) => Promise<void>,
): Promise<StoredMove | null> {
  const { source, caller } = viewer;
  const today = calendarDay(source.policy.timeZone)(source.now);
  let written: StoredMove | null = null;
  await addMove(source, place, async (book) => {
    const conversation = await readAround(source, place, [suggestionId, ...targetOf(command)], book);
    const viewed = viewConversation(viewer, conversation);
    const entry = viewed.entries.find((one) => one.suggestionId === suggestionId);
    if (entry === undefined)
      throw new CollateralError(
        'not-found',
        'There is no such suggestion any more. Its author may have taken it back.',
      );
    const role = roleFor(caller, viewed, entry);
    if (role === null)
      throw new CollateralError(
        'forbidden',
        "Only the item's producer, whoever manages it and admins may do this. Vote or reply instead.",
      );
    const assignees = new Set((await assigneesFor(viewer, viewed)).map(({ id }) => id));
    const isItem = async (id: string): Promise<boolean> =>
      caller.canSee(id) && (await readItems(source.store, source.tenant, [id])).size > 0;
    const isReply = async (id: string): Promise<boolean> =>
      entry.low?.told.some((rating) => rating.id === id && rating.comment !== null) === true ||
      (await readReplies(source, [suggestionId])).some((reply) => reply.id === id);
    const mover = { actorId: caller.actorId, role, now: source.now, today, assignees, isItem, isReply };
    written = await decideMove(conversation, entry, command, mover);
    if (written === null) return null;
    const { assignee } = written;
    if (assignee !== undefined && place !== null && assignee !== conversation.item?.producer?.id)
      await noteAssigned(source, assignee, place);
    await before(written);
    return { suggestionId, move: written };
  });
  return written;
}

function targetOf(command: Command): readonly string[] {
  if (command.type === 'merge') return [command.into];
  return command.type === 'transition' && command.duplicateOf !== undefined ? [command.duplicateOf] : [];
}
