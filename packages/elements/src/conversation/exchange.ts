import type { Client } from '@collateral/sdk';
import type { Place, Suggestion, SuggestionDetail } from '@collateral/sdk/contract';
import type { DeskHost } from '../shared/desk.js';
import type { Opened, OpenedHost } from './opened-host.js';
import { Threads } from './threads.js';
import { WritingBox } from './writing-box.js';
import { Writings, type WritingFields } from './writings.js';

/** Who shows the suggestions. */
export interface ExchangeListener {
  /** A newer state of one is known. */
  readonly onChanged: (suggestion: SuggestionDetail | Suggestion) => void;
  /** Something other than a vote or a reply was refused or given up. */
  readonly onLost: (fields: WritingFields, code: string) => void;
}

/** What a person does with suggestions that are shown: supports them, opens them, answers below them, decides. */
export class Exchange implements OpenedHost {
  readonly host: DeskHost;
  readonly writings: Writings;
  readonly threads: Threads;
  readonly #listener: ExchangeListener;
  readonly #boxes = new Map<string, WritingBox>();
  readonly #refused = new Set<string>();
  readonly #takenBack = new Set<string>();
  #client: Client | undefined;
  #usedBy: Client | undefined;
  #isReadonly = false;
  #focusOn: string | undefined;
  #opened: Opened | undefined;
  #hasNoOpened = false;

  constructor(host: DeskHost, listener: ExchangeListener) {
    this.host = host;
    this.#listener = listener;
    this.threads = new Threads(host.redraw);
    this.writings = new Writings({ onChange: host.redraw, onLost: (fields, code) => this.#onLost(fields, code) });
  }

  get client(): Client | undefined {
    return this.#client;
  }

  /** Whether a person can do anything but read. */
  get canWrite(): boolean {
    return this.#client !== undefined && !this.#isReadonly;
  }

  /** Changes the client, and whether it is for reading only. */
  follow(client: Client | undefined, isReadonly: boolean): void {
    if (client && this.#usedBy && client !== this.#usedBy) this.#forget();
    this.#usedBy = client ?? this.#usedBy;
    this.#client = client;
    this.#isReadonly = isReadonly;
    this.writings.follow(client);
    this.threads.follow(client);
    // What is being sent from a box must not touch drafts of whoever comes next.
    if (!client) for (const [suggestionId, box] of this.#boxes) box.open(undefined, `reply ${suggestionId}`);
  }

  focusOn(selector: string): void {
    this.#focusOn = selector;
    this.host.redraw();
  }

  /** After each drawing. */
  drawn(): void {
    const target = this.#focusOn && this.host.root.querySelector<HTMLElement>(this.#focusOn);
    this.#focusOn = undefined;
    if (target) target.focus();
  }

  /** Whether the person supports one, and how many do: what they did last counts at once. */
  support({ suggestionId, supported, supporters }: Suggestion): { readonly on: boolean; readonly count: number } {
    const on = this.writings.of('vote', suggestionId).at(-1)?.fields.on ?? supported;
    return { on, count: supporters + Number(on) - Number(supported) };
  }

  /** The last vote on one was not taken. */
  isVoteRefused(suggestionId: string): boolean {
    return this.#refused.has(suggestionId);
  }

  /** Supports one or takes that back. The second click of a double click, and one while the first is being kept, are none. */
  vote(suggestion: Suggestion, click: MouseEvent): void {
    const { suggestionId } = suggestion;
    const on = !this.support(suggestion).on;
    if (click.detail > 1 || this.writings.isSaving('vote', suggestionId)) return;
    if (!this.host.tell('vote', { suggestionId, on })) return;
    this.#refused.delete(suggestionId);
    void this.writings.write({ type: 'vote', suggestionId, on }, (client) => client.vote(suggestionId, on));
  }

  /** Answers below one; false keeps the text. */
  async reply(suggestionId: string, body: string): Promise<boolean> {
    if (!this.host.tell('reply', { suggestionId, body })) return false;
    const fields = { type: 'reply', suggestionId, body } as const;
    return (await this.writings.write(fields, (client) => client.reply(suggestionId, { body }))) !== undefined;
  }

  /** Takes the person's own suggestion back. */
  withdraw(suggestionId: string): void {
    if (this.isTakenBack(suggestionId)) return;
    this.#takenBack.add(suggestionId);
    const fields = { type: 'suggestion-withdrawal', suggestionId } as const;
    void this.writings.write(fields, (client) => client.withdrawSuggestion(suggestionId));
  }

  isTakenBack(suggestionId: string): boolean {
    // Also when the server has it: what has left a list stays in sight until somebody asks for the list.
    return this.#takenBack.has(suggestionId) || this.writings.of('suggestion-withdrawal', suggestionId).length > 0;
  }

  showPlace({ collateralId, version }: Suggestion, place: Place): void {
    this.host.tell('place', { collateralId: collateralId ?? '', version: version ?? undefined, place });
  }

  /** The box for a reply below one. */
  box(suggestionId: string): WritingBox {
    let box = this.#boxes.get(suggestionId);
    if (!box) this.#boxes.set(suggestionId, (box = new WritingBox(this.host)));
    box.open(this.#client, `reply ${suggestionId}`);
    return box;
  }

  take(detail: SuggestionDetail): void {
    this.threads.take(detail);
    this.#listener.onChanged(detail);
  }

  changed(now: Suggestion): void {
    const shown = this.threads.get(now.suggestionId)?.detail;
    if (shown) this.take({ ...shown, ...now });
    else this.#listener.onChanged(now);
    // Its history tells who was faster.
    void this.threads.load(now.suggestionId);
  }

  /** What draws opened ones; undefined until it is loaded. */
  get opened(): Opened | undefined {
    return this.#opened;
  }

  /** It could not be loaded. */
  get hasNoOpened(): boolean {
    return this.#hasNoOpened;
  }

  /** Opens one or closes it. */
  toggle(suggestion: Suggestion): void {
    this.threads.toggle(suggestion);
    void this.loadOpened();
  }

  /** Loads what draws opened ones. */
  async loadOpened(): Promise<void> {
    if (this.#opened) return;
    try {
      const { OpenedSuggestion } = await import('./opened-suggestion.js');
      this.#opened ??= new OpenedSuggestion(this);
      this.#hasNoOpened = false;
    } catch {
      // A file that could not be had: the thread says so and offers to try again.
      this.#hasNoOpened = true;
    }
    this.host.redraw();
  }

  /** What one person typed and did is not for the next. */
  #forget(): void {
    this.#boxes.clear();
    this.#refused.clear();
    this.#takenBack.clear();
    this.#opened = undefined;
  }

  #onLost(fields: WritingFields, code: string): void {
    const { type, suggestionId = '', body = '' } = fields;
    this.#takenBack.delete(suggestionId);
    if (type === 'vote') this.#refused.add(suggestionId);
    else if (type !== 'reply') this.#listener.onLost(fields, code);
    else if (code === 'not-stored') this.box(suggestionId).fail();
    else this.box(suggestionId).giveBack(body);
  }
}
