import type { Client, SuggestionConflict } from '@collateral/sdk';
import type { PermittedMove, SuggestionDetail, SuggestionReply, SuggestionStatus } from '@collateral/sdk/contract';
import { codeOf } from './code-of.js';

/** What is decided: a move, or what others see. */
export type Decision =
  { readonly type: 'move'; readonly move: PermittedMove } | { readonly type: 'hide'; readonly reply?: SuggestionReply };

/** What is typed besides the reason. */
export type MoveFieldName = 'assignee' | 'dueAt' | 'shippedVersion' | 'duplicateOf';

/** What the form tells. */
export interface MoveFormListener {
  readonly redraw: () => void;
  /** Puts the focus somewhere once it is drawn. */
  readonly focusOn: (selector: string) => void;
  /** Asks the page; false when it cancels. */
  readonly mayDecide: (suggestionId: string, to: string, reason: string) => boolean;
  /** A decision was taken. */
  readonly onDone: (detail: SuggestionDetail) => void;
  /** It was changed by somebody else; the thread has to be asked for again. */
  readonly onConflict: (conflict: SuggestionConflict) => void;
}

/**
 * The form of decisions about one suggestion. What is typed stays until it was taken: also when the decision is changed, when the
 * server refuses it, and when somebody else was faster.
 */
export class MoveForm {
  readonly #listener: MoveFormListener;
  #decision: Decision | undefined;
  #typed: Readonly<Record<string, string>> = {};
  #missing: string | undefined;
  #trouble: { readonly code: string; readonly now?: SuggestionStatus } | undefined;
  #isSending = false;
  #doneTo: SuggestionStatus | undefined;
  /** What it could be a duplicate of. */
  #targets: readonly { readonly id: string; readonly text: string }[] = [];

  constructor(listener: MoveFormListener) {
    this.#listener = listener;
  }

  get decision(): Decision | undefined {
    return this.#decision;
  }

  get isSending(): boolean {
    return this.#isSending;
  }

  /** The first field that lacks something. */
  get missing(): string | undefined {
    return this.#missing;
  }

  /** Why the last decision was not taken, and where the suggestion stands when that was the reason. */
  get trouble(): { readonly code: string; readonly now?: SuggestionStatus } | undefined {
    return this.#trouble;
  }

  /** Where the last decision led. */
  get doneTo(): SuggestionStatus | undefined {
    return this.#doneTo;
  }

  get targets(): readonly { readonly id: string; readonly text: string }[] {
    return this.#targets;
  }

  /** What is typed in a field. */
  typed(name: MoveFieldName | 'reason'): string {
    return this.#typed[name] ?? '';
  }

  type(name: MoveFieldName | 'reason', value: string): void {
    this.#typed = { ...this.#typed, [name]: value };
    this.#missing = undefined;
    this.#listener.redraw();
  }

  /** Begins a decision; undefined closes the form. */
  choose(decision: Decision | undefined, detail: SuggestionDetail, client: Client | undefined): void {
    this.#decision = decision;
    this.#missing = this.#doneTo = undefined;
    if (decision) this.#trouble = undefined;
    const needed = decision?.type === 'move' ? decision.move.requires : [];
    // What there is only one of, or what is most likely, needs no choosing.
    const [only, other] = detail.assignees;
    if (needed.includes('assignee') && !this.typed('assignee') && only && !other) this.type('assignee', only.id);
    const newest = detail.versions.at(-1);
    if (needed.includes('shippedVersion') && !this.typed('shippedVersion') && newest)
      this.type('shippedVersion', newest);
    if (needed.includes('duplicateOf') && client) void this.#findTargets(detail, client);
    const { suggestionId } = detail;
    this.#listener.focusOn(decision ? `[data-form="${suggestionId}"] [data-field]` : `[data-open="${suggestionId}"]`);
  }

  /** Sends the decision. */
  async send(detail: SuggestionDetail, client: Client): Promise<void> {
    const decision = this.#decision;
    if (!decision || this.#isSending) return;
    const { suggestionId, revision: expect } = detail;
    const reason = this.typed('reason').trim();
    const needed = decision.type === 'move' ? decision.move.requires : [];
    this.#missing = [...needed, 'reason' as const].find((name) => !this.typed(name).trim());
    const isHidden = decision.type === 'hide' && (decision.reply ?? detail).hidden !== null;
    const to = decision.type === 'move' ? decision.move.to : isHidden ? 'show' : 'hide';
    if (this.#missing) this.#listener.focusOn(`[data-form="${suggestionId}"] [data-field="${this.#missing}"]`);
    if (this.#missing || !this.#listener.mayDecide(suggestionId, to, reason)) return;
    this.#isSending = true;
    this.#listener.redraw();
    try {
      const given = Object.fromEntries(needed.map((name) => [name, this.typed(name).trim()]));
      const changed =
        decision.type === 'move'
          ? await client.transition(suggestionId, { to: decision.move.to, reason, expect, ...given })
          : await client.hide(suggestionId, {
              hidden: !isHidden,
              reason,
              expect,
              ...(decision.reply && { replyId: decision.reply.replyId }),
            });
      this.#typed = {};
      this.#decision = this.#trouble = undefined;
      this.#doneTo = changed.status;
      this.#listener.onDone(changed);
      this.#listener.focusOn(`[data-open="${suggestionId}"]`);
    } catch (error) {
      this.#onRefused(error);
    }
    this.#isSending = false;
    this.#listener.redraw();
  }

  #onRefused(error: unknown): void {
    const { cause } = Object(error) as { readonly cause?: Partial<SuggestionConflict> };
    const { now, permitted } = cause ?? {};
    this.#trouble = { code: codeOf(error), ...(now && { now: now.status }) };
    if (!now || !permitted) return;
    const wanted = this.#decision;
    if (wanted?.type === 'move') {
      // The same step from its new place may need other fields, or may be none.
      const move = permitted.find(({ to }) => to === wanted.move.to);
      this.#decision = move && { type: 'move', move };
    }
    this.#listener.onConflict({ now, permitted });
  }

  async #findTargets(detail: SuggestionDetail, client: Client): Promise<void> {
    const { collateralId, body, suggestionId } = detail;
    try {
      const { suggestions } = await client.suggestions({
        ...(collateralId !== null && { collateralId }),
        ...(body === null ? {} : { similar: body.slice(0, 200) }),
        limit: 20,
      });
      this.#targets = suggestions
        .filter((each) => each.suggestionId !== suggestionId && each.status !== 'duplicate')
        .map((each) => ({ id: each.suggestionId, text: (each.body ?? each.reason ?? '').slice(0, 80) }));
    } catch (error) {
      this.#trouble = { code: codeOf(error) };
    }
    this.#listener.redraw();
  }
}
