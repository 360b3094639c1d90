import { assembleClient } from '../assemble-client.js';
import type { Client } from '../client.js';
import type { Consent } from '../record/consent.js';
import { completeOptions } from '../complete-options.js';
import { createOutboxOn } from '../outbox/create-outbox.js';
import { roomy } from '../outbox/rows.fixture.js';
import { createManualPlatform, type ManualPlatform } from '../testing/manual-platform.js';
import { createFakeProfile, type FakeTab } from './fake-profile.fixture.js';
import { createFakeServer, type Mood } from './fake-server.fixture.js';

/** Whom an event was recorded by, as far as the page could know then or learns next. */
interface Writer {
  tag: string | null;
}

interface Tab extends FakeTab {
  readonly client: Client;
  readonly platform: ManualPlatform;
  /** Whom the page knows to be signed in; null before it heard. */
  tag: string | null;
  isClosing: boolean;
  /** It ended without a chance to say what it takes along. */
  hasCrashed: boolean;
  /** Events recorded while it did not know. */
  readonly nameless: Set<Writer>;
}

/** What a page was told of an event. */
interface Recorded {
  id: string;
  state: string;
  readonly isPoison: boolean;
  mayBePurged: boolean;
  readonly tab: Tab;
  readonly writer: Writer;
}

/** One browser profile with tabs, a server and everything that can go wrong, driven step by step. */
export interface World {
  open(hasActor: boolean): void;
  record(tab: number, what: 'rating' | 'usage' | 'new' | 'poison'): Promise<void>;
  view(tab: number): Promise<void>;
  answer(index: number): Promise<void>;
  write(index: number): Promise<void>;
  advance(ms: number): Promise<void>;
  setClock(hours: number): void;
  setMood(mood: Mood): void;
  setDisk(tab: number, disk: FakeTab['disk']): void;
  change(tab: number, change: 'hidden' | 'back' | 'focus'): Promise<void>;
  crash(tab: number): void;
  close(tab: number): Promise<void>;
  signIn(tag: string): void;
  /** Somebody signs in and the host tells one page so, by name or without. */
  setActor(tab: number, tag: string, isNamed: boolean): Promise<void>;
  setConsent(tab: number, consent: Consent): Promise<void>;
  /** Mends everything, lets both people come back, and returns what is wrong then. */
  settle(): Promise<readonly string[]>;
}

/** Creates a world with no tab open. */
export function createWorld(): World {
  const server = createFakeServer();
  const profile = createFakeProfile();
  const tabs: Tab[] = [];
  const recorded: Recorded[] = [];
  const ended = new Set<string>();
  const hangs: string[] = [];
  let seed = 0;
  let skewMs = 0;
  let elapsedMs = 0;

  const at = (index: number): Tab | undefined => tabs[index % Math.max(1, tabs.length)];
  const clock = (): string => new Date(Date.parse('2026-01-05T12:00:00.000Z') + elapsedMs + skewMs).toISOString();

  function open(hasActor: boolean): Tab | undefined {
    if (tabs.length >= 4) return undefined;
    const platform = createPlatformWithoutTasks();
    platform.setClock(clock());
    platform.chance = seed = (seed + 0.37) % 1;
    const owner = server.actorTag;
    const options = completeOptions({ endpoint: 'https://intranet.test/c', ...(hasActor && { actor: owner }) });
    const about: FakeTab = { isDead: false, disk: 'works', hadTrouble: false };
    const nameless = new Set<Writer>();
    const transport = server.transportFor(about, (path, status, tag) => {
      if (path === '/v1/config' && status === 200) {
        tab.tag = tag;
        for (const writer of nameless) writer.tag = tag;
        nameless.clear();
      } else if (status === 409) tab.tag = null;
    });
    const outbox = createOutboxOn(profile.storageFor(about), platform, roomy);
    const client = assembleClient(options, platform, outbox, transport);
    const tab: Tab = Object.assign(about, {
      client,
      platform,
      tag: null,
      isClosing: false,
      hasCrashed: false,
      nameless,
    });
    client.addEventListener('rejected', ({ detail }) => ended.add(detail.id));
    client.addEventListener('dropped', ({ detail }) => detail.ids.forEach((id) => ended.add(id)));
    tabs.push(tab);
    return tab;
  }

  function forget(tab: Tab | undefined): void {
    if (!tab || tab.isDead) return;
    tab.isDead = true;
    tabs.splice(tabs.indexOf(tab), 1);
  }

  function crash(tab: Tab | undefined): void {
    if (tab) tab.hasCrashed = true;
    forget(tab);
  }

  async function step(list: { readonly go: () => void }[], index: number): Promise<void> {
    const [one] = list.splice(index % Math.max(1, list.length), 1);
    one?.go();
    await quiet();
  }

  async function end(name: string, promise: Promise<unknown>): Promise<void> {
    const open = new Set([promise]);
    void promise.then(() => open.delete(promise));
    await flow();
    if (open.size > 0) hangs.push(`${name} never ends`);
  }

  async function flow(): Promise<void> {
    await quiet();
    for (let turns = 0; turns < 4_000 && profile.waiting.length + server.waiting.length > 0; turns += 1) {
      if (profile.waiting.length > 0) await step(profile.waiting, 0);
      else await step(server.waiting, 0);
    }
  }

  function signIn(tag: string, told?: Tab): void {
    // Who signs in leaves the page; a page that never heard who it is of cannot stay, unless it is told.
    for (const tab of [...tabs]) if (tab.tag === null && tab !== told) crash(tab);
    server.actorTag = tag;
  }

  return {
    open: (hasActor) => void open(hasActor),
    async record(index, what) {
      const tab = at(index);
      if (!tab || tab.isClosing) return;
      const item = { collateralId: what === 'poison' || what === 'new' ? what : 'deck' };
      const stored =
        what === 'rating'
          ? tab.client.rate({ ...item, value: 4 })
          : tab.client.track({ type: 'usage', action: 'share', ...item });
      const writer = { tag: tab.tag };
      if (tab.tag === null) tab.nameless.add(writer);
      const event: Recorded = { id: '', state: '', isPoison: what === 'poison', mayBePurged: false, tab, writer };
      recorded.push(event);
      void stored.then((receipt) => Object.assign(event, receipt));
      await quiet();
    },
    async view(index) {
      const tab = at(index);
      if (tab && !tab.isClosing) tab.client.view({ collateralId: 'deck' });
      await quiet();
    },
    answer: (index) => step(server.waiting, index),
    write: (index) => step(profile.waiting, index),
    async advance(ms) {
      elapsedMs += ms;
      for (const tab of tabs) tab.platform.advance(ms);
      await quiet();
    },
    setClock(hours) {
      skewMs = hours * 3_600_000;
      for (const tab of tabs) tab.platform.setClock(clock());
    },
    setMood: (mood) => void (server.mood = mood),
    setDisk(index, disk) {
      const tab = at(index);
      if (!tab) return;
      tab.disk = disk;
      tab.hadTrouble ||= disk !== 'works';
    },
    async change(index, change) {
      at(index)?.platform.change(change);
      await quiet();
    },
    crash: (index) => crash(at(index)),
    async close(index) {
      const tab = at(index);
      if (!tab) return;
      tab.isClosing = true;
      void tab.client.close().then(() => forget(tab));
      await quiet();
    },
    signIn: (tag) => signIn(tag),
    async setActor(index, tag, isNamed) {
      const tab = at(index);
      if (!tab || tab.isClosing) return;
      // What it wrote so far is of who was signed in until now, whether the page ever heard or not.
      for (const writer of tab.nameless) writer.tag = server.actorTag;
      tab.nameless.clear();
      signIn(tag, tab);
      tab.tag = null;
      void tab.client.setActor(isNamed ? tag : undefined);
      await quiet();
    },
    async setConsent(index, consent) {
      const tab = at(index);
      if (!tab || tab.isClosing) return;
      // From now on what was recorded may be gone, and a page that crashes meanwhile does not tell.
      if (consent === 'denied') for (const event of recorded) event.mayBePurged = true;
      void tab.client.setConsent(consent);
      await quiet();
    },
    async settle() {
      server.mood = 'well';
      for (const tab of tabs) tab.disk = 'works';
      for (let round = 0; round < 3; round += 1) {
        await flow();
        await this.advance(3_700_000);
      }
      await flow();
      for (const tab of [...tabs]) {
        await end('close', tab.client.close());
        forget(tab);
      }
      for (const tag of ['tag-a', 'tag-b']) {
        server.actorTag = tag;
        const tab = open(true);
        if (!tab) throw new Error('No room for a tab.');
        for (let round = 0; round < 3; round += 1) {
          await end('flush', tab.client.flush());
          await this.advance(3_700_000);
        }
        forget(tab);
      }
      return faultsNow();
    },
  };

  async function faultsNow(): Promise<readonly string[]> {
    const onDisk = new Map((await profile.storage.atomically((step) => step.oldest())).map((row) => [row.id, row]));
    const faults = [...server.faults, ...hangs];
    for (const { id, state, isPoison, mayBePurged, tab, writer } of recorded) {
      const storedUnder = server.stored.get(id);
      const row = onDisk.get(id);
      if (storedUnder !== undefined && writer.tag !== null && storedUnder !== writer.tag)
        faults.push(`${id} of ${writer.tag} was stored under ${storedUnder}`);
      // Under the name of a page that died it never leaves: a disk that forgot what it did, and a crash before it was back.
      if (row && !row.owner.startsWith('page:')) faults.push(`${id} waits for ${row.owner}`);
      const isSafe = state === 'stored' || (state === 'memory' && !tab.hasCrashed);
      const isLost = isSafe && storedUnder === undefined && !row && !ended.has(id);
      // A page that died did not tell of its poison.
      if (state === 'none' && storedUnder !== undefined) faults.push(`${id} was not to be recorded and was sent`);
      if (isLost && !isPoison && !mayBePurged) faults.push(`${id} was acknowledged and is lost`);
    }
    return faults;
  }
}

/** Steps here are made of microtasks, so "after this task" has to be one too. */
function createPlatformWithoutTasks(): ManualPlatform {
  const platform = createManualPlatform();
  const startTimer = platform.startTimer.bind(platform);
  platform.startTimer = (delayMs, callback) => {
    if (delayMs > 0) return startTimer(delayMs, callback);
    queueMicrotask(callback);
    return () => undefined;
  };
  return platform;
}

/** Lets everything happen that needs neither disk nor server. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve();
}
