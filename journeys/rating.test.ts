// The life of a rating in a real page: the element, the client, IndexedDB, ky, and the real handler answering behind msw.
import '@collateral/elements/define/all';
import type { CollateralProvider, CollateralRating } from '@collateral/elements';
import { createClient, type Client } from '@collateral/sdk';
import { createHandler, createMemoryStore, type Store } from '@collateral/server-adapter';
import { expect } from 'chai';
import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';

const worker = setupWorker();
let store: Store;
let isOnline = true;
let requests: string[] = [];
let mount = '';
let provider: CollateralProvider;

before(async () => {
  // What a program does counts in no figure, and these tests play people.
  Object.defineProperty(navigator, 'webdriver', { get: () => false, configurable: true });
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass' });
});

after(() => {
  worker.stop();
});

beforeEach(async () => {
  isOnline = true;
  requests = [];
  // A mount of its own for each test gives it an outbox database of its own.
  mount = `/collateral-${crypto.randomUUID()}`;
  store = createMemoryStore();
  const handler = createHandler({
    store,
    publicOrigin: location.origin,
    authenticate(request) {
      const actorId = request.headers.get('authorization')?.replace('Bearer ', '');
      return actorId ? { actorId, kind: 'person', roles: actorId === 'admin' ? ['admin'] : ['viewer'] } : null;
    },
  });
  worker.resetHandlers(
    http.all(`${location.origin}${mount}/*`, async ({ request }) => {
      requests.push(`${request.method} ${new URL(request.url).pathname.slice(mount.length)}`);
      return isOnline ? handler(request) : HttpResponse.error();
    }),
  );
  await handler(
    new Request(`${location.origin}${mount}/v1/items`, {
      method: 'PUT',
      headers: { authorization: 'Bearer admin', 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item('deck-42'), item('deck-43')] }),
    }),
  );
});

afterEach(async () => {
  const { client } = provider;
  provider.remove();
  await client?.close();
});

describe('a rating on its way from a click to the store', () => {
  it('reaches the store once and says that it was sent', async () => {
    const [rating] = await openPage('rep-1', ['deck-42']);
    await Promise.all([statusOf(rating!, 'delivered'), click(rating!, 4)]);
    expect(await storedValues()).to.deep.equal([4]);
    expect(rating!.shadowRoot!.textContent).to.contain('Sent');
  });

  it('is shown again after the page was left and opened anew', async () => {
    const [first] = await openPage('rep-1', ['deck-42']);
    await Promise.all([statusOf(first!, 'delivered'), click(first!, 4)]);
    await leavePage();
    const [again] = await openPage('rep-1', ['deck-42']);
    await shows(again!, () => again!.value === 4);
  });

  it('raises the count another person sees', async () => {
    const [mine] = await openPage('rep-1', ['deck-42']);
    await Promise.all([statusOf(mine!, 'delivered'), click(mine!, 4)]);
    await leavePage();
    const [theirs] = await openPage('rep-2', ['deck-42']);
    await shows(theirs!, () => textOf(theirs!).includes('1 rating'));
    expect(theirs!.value).to.equal(null);
  });

  it('waits on this device while offline and arrives once when the network is back', async () => {
    const [rating] = await openPage('rep-1', ['deck-42']);
    isOnline = false;
    await Promise.all([statusOf(rating!, 'stored'), click(rating!, 5)]);
    await shows(rating!, () => textOf(rating!).includes('Saved on this device'));
    expect(await storedValues()).to.deep.equal([]);
    isOnline = true;
    const delivered = statusOf(rating!, 'delivered');
    globalThis.dispatchEvent(new Event('online'));
    await delivered;
    expect(await storedValues()).to.deep.equal([5]);
  });

  it('survives a page that is closed while offline', async () => {
    const [rating] = await openPage('rep-1', ['deck-42']);
    isOnline = false;
    await Promise.all([statusOf(rating!, 'stored'), click(rating!, 2)]);
    await leavePage();
    isOnline = true;
    const [again] = await openPage('rep-1', ['deck-42']);
    await drained(provider.client!);
    await shows(again!, () => again!.value === 2);
    expect(await storedValues()).to.deep.equal([2]);
  });

  it('asks for two items in one request and keeps them apart', async () => {
    const [one, two] = await openPage('rep-1', ['deck-42', 'deck-43']);
    expect(requests.filter((line) => line === 'POST /v1/ratings/query')).to.have.length(1);
    await Promise.all([statusOf(one!, 'delivered'), click(one!, 1)]);
    await Promise.all([statusOf(two!, 'delivered'), click(two!, 5)]);
    expect([one!.value, two!.value]).to.deep.equal([1, 5]);
    expect(await storedValues()).to.deep.equal([1, 5]);
  });

  it('asks once for the 300 ratings of a long list', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `deck-${index}`);
    const ratings = await openPage('rep-1', ids);
    expect(ratings).to.have.length(300);
    expect(requests.filter((line) => line === 'POST /v1/ratings/query')).to.have.length(1);
  });

  it('R8: asks after a finished module, takes "not now" for an answer, and rests on the next page', async () => {
    // Another test page of the same browser may have the focus; nobody is asked who looks elsewhere.
    document.hasFocus = () => true;
    const [rating] = await openPage('rep-1', ['deck-42', 'deck-43'], { prompt: true });
    await provider.client!.complete({ collateralId: 'deck-42' });
    await shows(rating!, () => textOf(rating!).includes('You have just used this.'));
    const buttons = [...rating!.shadowRoot!.querySelectorAll('button')];
    buttons.find((button) => button.textContent.trim() === 'Not now')!.click();
    await shows(rating!, () => !rating!.matches(':state(prompted)'));
    await provider.client!.flush();
    expect(await storedAnswers()).to.deep.equal(['asked', 'dismissed']);
    await leavePage();

    const [, next] = await openPage('rep-1', ['deck-42', 'deck-43'], { prompt: true });
    await provider.client!.complete({ collateralId: 'deck-43' });
    await provider.client!.flush();
    expect(next!.matches(':state(prompted)')).to.equal(false);
    expect(await storedAnswers()).to.deep.equal(['asked', 'dismissed']);
  });

  it('counts a change of mind once and keeps both in the history', async () => {
    const [rating] = await openPage('rep-1', ['deck-42']);
    await Promise.all([statusOf(rating!, 'delivered'), click(rating!, 2)]);
    await Promise.all([statusOf(rating!, 'delivered'), click(rating!, 4)]);
    const [summary] = await provider.client!.ratings(['deck-42']);
    expect(summary?.metric.n).to.equal(1);
    expect(summary?.mine?.value).to.equal(4);
    expect(await storedValues()).to.deep.equal([2, 4]);
  });

  it('counts no more once withdrawn', async () => {
    const [rating] = await openPage('rep-1', ['deck-42']);
    await Promise.all([statusOf(rating!, 'delivered'), click(rating!, 4)]);
    const delivered = statusOf(rating!, 'delivered');
    rating!.focus();
    pressOn(rating!, 'Delete');
    await delivered;
    const [summary] = await provider.client!.ratings(['deck-42']);
    expect(summary?.metric.n).to.equal(0);
    expect(summary?.mine).to.equal(undefined);
  });
});

function item(id: string): object {
  return { id, title: id, kind: 'deck', versions: [{ version: 'v1', publishedAt: '2026-01-01T00:00:00Z' }] };
}

async function openPage(person: string, ids: readonly string[], more: object = {}): Promise<CollateralRating[]> {
  provider = document.createElement('collateral-provider');
  provider.client = createClient({ endpoint: mount, token: () => person });
  const ratings = ids.map((id) => {
    const rating = document.createElement('collateral-rating');
    Object.assign(rating, { collateralId: id, summary: true, clearable: true, label: `Rate ${id}`, ...more });
    return rating;
  });
  provider.append(...ratings);
  document.body.append(provider);
  await provider.client.config();
  for (const rating of ratings) await shows(rating, () => /No ratings yet|\d ratings?/.test(textOf(rating)));
  return ratings;
}

async function leavePage(): Promise<void> {
  const { client } = provider;
  provider.remove();
  await client?.close();
}

async function click(rating: CollateralRating, value: number): Promise<void> {
  await rating.updateComplete;
  const radios = rating.shadowRoot!.querySelectorAll<HTMLElement>('[role=radio]');
  radios[value - 1]!.click();
}

function pressOn(rating: CollateralRating, key: string): void {
  const target = rating.shadowRoot!.activeElement ?? rating.shadowRoot!.querySelector('[role=radio][tabindex="0"]')!;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
}

function statusOf(rating: CollateralRating, state: string): Promise<void> {
  return new Promise((resolve) => {
    rating.addEventListener('collateral-status', function listen(event) {
      if (event.state !== state) return;
      rating.removeEventListener('collateral-status', listen);
      resolve();
    });
  });
}

function drained(client: Client): Promise<void> {
  return new Promise((resolve) => {
    if (client.status().delivered > 0 && client.status().pending === 0) resolve();
    else client.addEventListener('drained', () => resolve(), { once: true });
  });
}

function textOf(rating: CollateralRating): string {
  return rating.shadowRoot!.textContent.replaceAll(/\s+/g, ' ');
}

/** Resolves once what the element shows holds; looks again at each change, because a page in the background gets no frames. */
function shows(rating: CollateralRating, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`Shown instead: ${textOf(rating)} (value ${rating.value})`));
    }, 5_000);
    observer.observe(rating.shadowRoot!, { subtree: true, childList: true, characterData: true, attributes: true });
    look();

    function look(): void {
      if (!holds()) return;
      clearTimeout(timer);
      observer.disconnect();
      resolve();
    }
  });
}

async function storedAnswers(): Promise<unknown[]> {
  const answers: unknown[] = [];
  for await (const { facts } of store.read('main', { types: ['prompt-response'] })) {
    answers.push(...facts.map((fact) => fact.detail['answer']));
  }
  return answers;
}

async function storedValues(): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const { facts } of store.read('main', { types: ['rating'] })) {
    values.push(...facts.map((fact) => fact.detail['value']));
  }
  return values;
}
