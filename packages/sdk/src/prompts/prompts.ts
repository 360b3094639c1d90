import { lazily } from '../lazily.js';
import { checkEvent, type RecordedKind } from '../record/check-event.js';
import { engagement } from '../record/engagement.js';
import type { ItemReference } from '../record/record-input.js';
import type { PromptParts } from './assemble-prompter.js';
import type { Prompts } from './prompt.js';
import type { Prompter } from './prompter.js';

/** What the client tells it. */
export interface PromptNotes extends Prompts {
  /** The person has really used an item. */
  used(item: ItemReference): void;
  /** Something was recorded: it may be a use or the answer to a request. */
  note(kind: RecordedKind, input: object): void;
  /** Somebody else is at the page, or nobody: what was used is not theirs. */
  forget(): void;
}

/**
 * Creates the part of a client that asks. What decides is loaded when somebody watches; until then it only takes notes. Without the
 * file nobody is asked, which loses nothing. `run` starts what was loaded and stops it with the client.
 */
export function createPrompts(parts: PromptParts, run: (start: Promise<() => () => void>) => () => void): PromptNotes {
  const uses = new Set<string>();
  // A server that answers from a copy may not know yet what it has just taken.
  const rated = new Set<string>();
  let prompter: Prompter | undefined;
  const load = lazily(
    async () => (prompter = await (await import('./assemble-prompter.js')).assemblePrompter(parts, uses)),
  );
  const used = ({ collateralId }: ItemReference): void => {
    if (!rated.has(collateralId)) uses.add(collateralId);
    prompter?.consider();
  };
  return {
    used,
    note(kind, input) {
      // Recorded, so it has the fields of its kind.
      const {
        action,
        progress = 0,
        ...item
      } = input as ItemReference & { readonly action?: string; readonly progress?: number };
      if (action === 'download' || (kind === 'completion' && progress >= engagement.progress)) used(item);
      if (kind === 'rating') {
        rated.add(item.collateralId);
        uses.delete(item.collateralId);
        prompter?.rated(item.collateralId);
      }
    },
    forget() {
      uses.clear();
      rated.clear();
      prompter?.forget();
    },
    watch(item, ask) {
      checkEvent('rating-withdrawal', item);
      return run(load().then((loaded) => () => loaded.watch(item, ask)));
    },
  };
}
