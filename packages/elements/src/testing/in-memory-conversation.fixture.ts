// The half of a Client in memory that people suggest, vote and decide with, and the server behind it. It holds no tests of its own.
import { CollateralError } from '@collateral/sdk';
import type {
  Client,
  NoticeAnswer,
  PendingWriting,
  ReplyInput,
  StoreReceipt,
  SuggestionInput,
  SuggestionsClient,
} from '@collateral/sdk';
import { isClosed, suggestionMoves } from '@collateral/sdk/contract';
import type {
  Inbox,
  InboxQuery,
  Notices,
  Suggestion,
  SuggestionDetail,
  Suggestions,
  SuggestionsQuery,
} from '@collateral/sdk/contract';

/** A question as it was asked. */
export interface TakenRead {
  readonly name: string;
  readonly query: object;
}

/** A command as it was given. */
export interface TakenCommand {
  readonly name: string;
  readonly suggestionId: string;
  readonly command: Readonly<Record<string, unknown>>;
}

export abstract class InMemoryConversation implements SuggestionsClient {
  /** What the server has, in its order. */
  readonly details = new Map<string, SuggestionDetail>();
  /** What waits on the device. */
  readonly writings: PendingWriting[] = [];
  /** Everything a person wrote, also what has left since. */
  readonly written: PendingWriting[] = [];
  readonly reads: TakenRead[] = [];
  readonly commands: TakenCommand[] = [];
  /** What the next list says beside its suggestions. */
  frame: Omit<Suggestions, 'suggestions' | 'total'> = {
    identity: 'named',
    you: { name: 'Alex Kim', team: 'Sales, EMEA' },
    gaps: [],
  };
  noticesReply: Notices = { notices: [] };
  /** Reads throw it. */
  readFailure: Error | undefined;
  /** The next command throws it. */
  commandFailure: Error | undefined;
  /** How the next receipts come out; an Error is thrown. */
  abstract receipt: StoreReceipt['state'] | Error;
  /** Receipts and answers wait for this. */
  abstract gate: Promise<void>;
  readonly keptDrafts = new Map<string, string>();
  #lastWriting = 0;

  readonly drafts: Client['drafts'] = {
    read: async (name) => this.keptDrafts.get(name) ?? '',
    keep: (name, text) => {
      if (text.trim()) this.keptDrafts.set(name, text);
      else this.keptDrafts.delete(name);
    },
  };

  suggest(input: SuggestionInput): Promise<StoreReceipt> {
    return this.#write({ type: 'suggestion', ...input });
  }

  withdrawSuggestion(suggestionId: string): Promise<StoreReceipt> {
    return this.#write({ type: 'suggestion-withdrawal', suggestionId });
  }

  vote(suggestionId: string, on: boolean): Promise<StoreReceipt> {
    return this.#write({ type: 'vote', suggestionId, on });
  }

  reply(suggestionId: string, input: ReplyInput): Promise<StoreReceipt> {
    return this.#write({ type: 'reply', suggestionId, ...input });
  }

  answerNotice(input: NoticeAnswer): Promise<StoreReceipt> {
    return this.#write({ type: 'notice-response', ...input });
  }

  async pendingWritings(): Promise<readonly PendingWriting[]> {
    return [...this.writings];
  }

  async suggestions(query: SuggestionsQuery = {}, options: { signal?: AbortSignal } = {}): Promise<Suggestions> {
    await this.#read('suggestions', query, options.signal);
    const { collateralId = null, status, similar, limit = 20, cursor = '0' } = query;
    const words = similar
      ?.toLowerCase()
      .split(/\W+/)
      .filter((word) => word.length > 3);
    const all = [...this.details.values()].filter(
      (each) =>
        each.collateralId === collateralId &&
        isOfStatus(each, status) &&
        (!words || words.some((word) => each.body?.toLowerCase().includes(word))),
    );
    const from = Number(cursor);
    const next = from + limit < all.length ? { nextCursor: `${from + limit}` } : {};
    return { ...this.frame, total: all.length, suggestions: all.slice(from, from + limit), ...next };
  }

  async suggestion(suggestionId: string, options: { signal?: AbortSignal } = {}): Promise<SuggestionDetail> {
    await this.#read('suggestion', { suggestionId }, options.signal);
    return this.#detail(suggestionId);
  }

  async inbox(query: InboxQuery = {}, options: { signal?: AbortSignal } = {}): Promise<Inbox> {
    await this.#read('inbox', query, options.signal);
    const all = [...this.details.values()];
    const parts = {
      waiting: all.filter(({ status }) => status === 'new'),
      promised: all.filter(({ status }) => status === 'accepted' || status === 'in-progress'),
      overdue: all.filter(({ overdueDays }) => overdueDays > 0),
      closed: all.filter(({ status }) => isClosed(status)),
    };
    const suggestions = query.state ? parts[query.state] : [...parts.promised, ...parts.waiting];
    const { waiting, promised, overdue } = parts;
    return {
      asOf: '2026-06-10T09:00:00.000Z',
      waiting: waiting.length,
      promised: promised.length,
      overdue: overdue.length,
      overdueDays: Math.max(0, ...overdue.map(({ overdueDays }) => overdueDays)),
      waitingSince: waiting.map(({ createdAt }) => createdAt.slice(0, 10)).sort()[0] ?? null,
      total: suggestions.length,
      suggestions,
    };
  }

  async notices(options: { signal?: AbortSignal } = {}): Promise<Notices> {
    await this.#read('notices', {}, options.signal);
    return this.noticesReply;
  }

  transition(suggestionId: string, command: Parameters<Client['transition']>[1]): Promise<SuggestionDetail> {
    const { to, assignee, dueAt, shippedVersion, duplicateOf } = command;
    return this.#command('transitions', suggestionId, command, {
      status: to,
      ...(assignee !== undefined && { assignee: { id: assignee, name: assignee } }),
      ...(dueAt !== undefined && { dueAt }),
      ...(shippedVersion !== undefined && { shippedVersion }),
      ...(duplicateOf !== undefined && { duplicateOf }),
    });
  }

  merge(suggestionId: string, command: Parameters<Client['merge']>[1]): Promise<SuggestionDetail> {
    return this.#command('merge', suggestionId, command, { status: 'duplicate', duplicateOf: command.into });
  }

  unmerge(suggestionId: string, command: Parameters<Client['unmerge']>[1]): Promise<SuggestionDetail> {
    return this.#command('unmerge', suggestionId, command, { status: 'new', duplicateOf: null });
  }

  hide(suggestionId: string, command: Parameters<Client['hide']>[1]): Promise<SuggestionDetail> {
    const hidden = command.hidden ? { reason: command.reason } : null;
    const { replies } = this.#detail(suggestionId);
    const { replyId } = command;
    const fields = replyId
      ? { replies: replies.map((each) => (each.replyId === replyId ? { ...each, hidden } : each)) }
      : { hidden };
    return this.#command('hide', suggestionId, command, fields);
  }

  /** Changes what the server has of one suggestion, as somebody else would. */
  change(suggestionId: string, fields: Partial<SuggestionDetail>): void {
    this.details.set(suggestionId, { ...this.#detail(suggestionId), ...fields });
  }

  /** Lets the server take what waits, and returns the ids. */
  protected takeWritings(): readonly string[] {
    const taken = this.writings.splice(0);
    for (const event of taken) this.#take(event);
    return taken.map(({ id }) => id);
  }

  #take(event: PendingWriting): void {
    if (event.type === 'notice-response') {
      const notices = this.noticesReply.notices.filter(({ noticeId }) => noticeId !== event.noticeId);
      this.noticesReply = { notices };
    } else if (event.type === 'suggestion') {
      this.details.set(
        event.id,
        detailOf(event.id, { body: event.body, collateralId: event.collateralId ?? null, author: me, supported: true }),
      );
    } else if (event.type === 'suggestion-withdrawal') {
      this.details.delete(event.suggestionId);
    } else {
      const { supporters, supported, replies } = this.#detail(event.suggestionId);
      if (event.type === 'vote') {
        const change = Number(event.on) - Number(supported);
        this.change(event.suggestionId, { supported: event.on, supporters: supporters + change });
        return;
      }
      const reply = { replyId: event.id, body: event.body, author: me, fromOwner: false, createdAt: event.occurredAt };
      this.change(event.suggestionId, {
        replies: [...replies, { ...reply, hidden: null }],
        replyCount: replies.length + 1,
      });
    }
  }

  async #write(fields: object): Promise<StoreReceipt> {
    await this.gate;
    if (this.receipt instanceof Error) throw this.receipt;
    this.#lastWriting += 1;
    const id = `0198ae00-0000-7000-8000-${String(this.#lastWriting).padStart(12, '0')}`;
    const event = { id, occurredAt: '2026-06-10T09:00:00.000Z', ...fields } as PendingWriting;
    this.writings.push(event);
    this.written.push(event);
    return { id, state: this.receipt };
  }

  async #read(name: string, query: object, signal: AbortSignal | undefined): Promise<void> {
    this.reads.push({ name, query });
    await this.gate;
    signal?.throwIfAborted();
    if (this.readFailure) throw this.readFailure;
  }

  async #command(
    name: string,
    suggestionId: string,
    command: object,
    fields: Partial<SuggestionDetail>,
  ): Promise<SuggestionDetail> {
    this.commands.push({ name, suggestionId, command: { ...command } });
    await this.gate;
    const { commandFailure } = this;
    this.commandFailure = undefined;
    if (commandFailure) throw commandFailure;
    const { revision, may, status, history } = this.#detail(suggestionId);
    const to = fields.status ?? status;
    const { reason } = command as { readonly reason: string };
    this.change(suggestionId, {
      ...fields,
      revision: revision + 1,
      may: { ...may, move: suggestionMoves[to], vote: !isClosed(to) },
      history: [
        ...history,
        {
          type: name === 'transitions' ? 'transition' : (name as 'merge'),
          at: '2026-06-10T09:00:00.000Z',
          by: { name: 'Ann Lee', role: 'producer', mine: true },
          from: status,
          to,
          reason,
        },
      ],
    });
    return this.#detail(suggestionId);
  }

  #detail(suggestionId: string): SuggestionDetail {
    const detail = this.details.get(suggestionId);
    if (!detail) throw new CollateralError('not-found', 'The test has no such suggestion.');
    return detail;
  }
}

const me = { name: 'Alex Kim', team: 'Sales, EMEA', mine: true };

function isOfStatus({ status }: Suggestion, wanted: SuggestionsQuery['status']): boolean {
  if (wanted === undefined) return status !== 'duplicate';
  if (wanted === 'open' || wanted === 'closed') return isClosed(status) === (wanted === 'closed');
  return status === wanted;
}

/** The id of a suggestion of a test. */
export function idOf(number: number): string {
  return `0198a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** A suggestion of somebody else, new, with three supporters. */
export function detailOf(suggestionId: string, fields: Partial<SuggestionDetail> = {}): SuggestionDetail {
  return {
    suggestionId,
    kind: 'idea',
    collateralId: 'deck-42',
    title: 'First-meeting deck',
    version: 'v2',
    body: `Suggestion ${suggestionId}`,
    reason: null,
    place: null,
    author: { name: 'Sam Ode', team: 'Sales, West', mine: false },
    createdAt: '2026-06-01T09:00:00.000Z',
    status: 'new',
    revision: 0,
    assignee: null,
    dueAt: null,
    overdueDays: 0,
    shippedVersion: null,
    shippedTitle: null,
    duplicateOf: null,
    duplicates: [],
    supporters: 3,
    supported: false,
    replyCount: 0,
    changedAt: '2026-06-01T09:00:00.000Z',
    hidden: null,
    may: { vote: true, withdraw: false, hide: false, move: [] },
    replies: [],
    history: [],
    related: [],
    assignees: [],
    versions: ['v1', 'v2'],
    loop: null,
    ...fields,
  };
}
