import type { Config } from '../contract/config.js';
import type { Outbox } from '../outbox/outbox.js';
import { ask, type Answer, type Failure } from '../transport/outcome.js';
import type { Transport } from '../transport/transport.js';

/** Knows whom rows belong to, from what the server says about the caller. */
export interface Identity {
  /** Whom rows of this moment are stored under: the tag of the person, or a name of this page until it is known. */
  owner(): string;
  /** Whether the owner is the tag. */
  isKnown(): boolean;
  /** What the server wants pages to know, and with it the tag. Asked once and kept, asked again after a failure. */
  config(): Promise<Answer<Config>>;
  /** Does something as soon as the tag is learnt, before anybody is told. */
  first(work: () => Promise<void>): void;
  /** Somebody else is signed in now; `actor` is the host's name of that person, if it gives one. */
  become(actor?: string): void;
}

/**
 * Creates the identity of one page life. `actor` is the host's local name of the person.
 *
 * Must:
 * 1. never let a row leave under another person than the one it was recorded under;
 * 2. give rows recorded before the tag was known to the tag this page learns, never to one another page learns;
 * 3. believe the host's name only if the server answered at once: a page that was offline may have outlived its person;
 * 4. drop the local name when the server says that somebody else is signed in: it named the one before;
 * 5. tell nobody who it is before what was to be done first is done, and forget that when somebody else comes.
 */
export function createIdentity(
  outbox: Outbox,
  transport: Transport,
  newId: () => string,
  actor: string | undefined,
): Identity {
  let name = actor;
  let nameless = nameFor(name);
  // Whether the server answered at the first time of asking: then it spoke of the person the host named.
  let isFirst = true;
  let tag: string | undefined;
  let asked: Promise<Answer<Config>> | undefined;
  let first: (() => Promise<void>) | undefined;

  async function askConfig(): Promise<Answer<Config>> {
    const asker = nameless;
    const wasFirst = isFirst;
    isFirst = false;
    const answer = await ask(transport, '/v1/config', undefined, ({ body }) => (isConfig(body) ? body : null));
    // It was about somebody who left meanwhile.
    if (asker !== nameless) return answer.value ? { failure: changed } : answer;
    if (answer.value) {
      const { actorTag } = answer.value;
      const isSame = await isNamed(actorTag, wasFirst);
      if (asker !== nameless) return { failure: changed };
      if (!isSame) nameless = nameFor(undefined);
      // First the tag, then the rows: what is written in between is written under the tag.
      tag = actorTag;
      await outbox.reown(nameless, tag);
      await first?.();
    } else asked = undefined;
    return answer;
  }

  return {
    owner: () => tag ?? nameless,
    isKnown: () => tag !== undefined,
    config: () => (asked ??= askConfig()),
    first(work) {
      first = work;
    },
    become(next) {
      tag = asked = first = undefined;
      isFirst = true;
      name = next;
      nameless = nameFor(name);
    },
  };

  function nameFor(given: string | undefined): string {
    return given ? `local:${given}` : `page:${newId()}`;
  }

  /** Whether the tag is that of the person the host named, as far as this device ever heard. */
  async function isNamed(actorTag: string, isAuthority: boolean): Promise<boolean> {
    if (!name) return true;
    const given = name;
    const tags = await outbox.amend<Readonly<Record<string, string>>>('tags', (known = {}) =>
      isAuthority || !Object.hasOwn(known, given) ? { ...known, [given]: actorTag } : known,
    );
    return tags[given] === actorTag;
  }
}

const changed: Failure = { code: 'actor-changed', message: 'Somebody else is signed in now.', notBeforeMs: 0 };

function isConfig(body: unknown): body is Config {
  const { actorTag, scale } = Object(body) as Partial<Config>;
  return !!actorTag && typeof actorTag === 'string' && typeof scale === 'object';
}
