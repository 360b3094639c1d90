import type { Tab } from '../platform.js';
import { draftsNote } from './drafts-note.js';

/** What a person typed and did not send. It stays in their tab, also over a reload, and nobody else who signs in there sees it. */
export interface Drafts {
  /** Returns the text kept under a name; empty when there is none, while nobody knows who is signed in, and for people who did not consent. */
  read(name: string): Promise<string>;
  /** Keeps a text; an empty one takes the old one away. Nothing is kept from people who did not consent. */
  keep(name: string, text: string): void;
}

/** Whose drafts they are. */
interface DraftOwner {
  /** Tag of the person; undefined until the server told it. */
  readonly tag: () => string | undefined;
  /** Resolves when the server was asked who it is. */
  readonly known: () => Promise<unknown>;
  readonly mayKeep: () => boolean;
  readonly mayRead: () => boolean;
}

/** Creates the drafts of one endpoint. */
export function createDrafts(tab: Tab, endpoint: string, owner: DraftOwner): Drafts {
  const noteOf = (): string | undefined => {
    const tag = owner.tag();
    return tag && draftsNote(endpoint, tag);
  };
  const all = (): Readonly<Record<string, string>> => {
    const note = noteOf();
    try {
      return { ...(JSON.parse((note && tab.keptText(note)) ?? '{}') as object) };
    } catch {
      // Somebody else wrote under our name; then there are no drafts.
      return {};
    }
  };
  return {
    async read(name) {
      await owner.known();
      const text = owner.mayRead() ? all()[name] : '';
      return typeof text === 'string' ? text : '';
    },
    keep(name, text) {
      const note = noteOf();
      if (!note || !owner.mayKeep()) return;
      const { [name]: _, ...others } = all();
      const drafts = text.trim() ? { ...others, [name]: text } : others;
      tab.keepText(note, Object.keys(drafts).length > 0 ? JSON.stringify(drafts) : null);
    },
  };
}
