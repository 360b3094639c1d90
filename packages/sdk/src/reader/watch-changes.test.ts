import { expect } from 'chai';
import { createManualPlatform, type ManualPlatform } from '../testing/index.js';
import { watchChanges } from './watch-changes.js';
import type { Transport } from '../transport/transport.js';

interface Stream {
  readonly path: string;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly end: () => void;
}

/** A server that streams what the test says. */
class Streams {
  readonly platform: ManualPlatform = createManualPlatform();
  readonly opened: Stream[] = [];
  status = 200;
  calls: Record<string, number> = {};

  readonly watch = watchChanges(
    {
      open: (path: string, signal: AbortSignal) => {
        if (this.status !== 200) return Promise.resolve(new Response('', { status: this.status }));
        let controller!: ReadableStreamDefaultController<Uint8Array>;
        const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
        signal.addEventListener('abort', () => controller.error(signal.reason));
        const say = (text: string): void => controller.enqueue(new TextEncoder().encode(text));
        this.opened.push({ path, signal, say, end: () => controller.close() });
        return Promise.resolve(new Response(body));
      },
    } as unknown as Transport,
    this.platform,
  );

  get last(): Stream {
    return this.opened.at(-1)!;
  }

  follow(name: string, places: Parameters<typeof this.watch>[0]): () => void {
    this.calls[name] = 0;
    return this.watch(places, () => (this.calls[name] = (this.calls[name] ?? 0) + 1));
  }
}

/** Everything that is ready to happen has happened. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setTimeout(resolve));
}

const opened = 'event: open\ndata: {}\n\n';
const changed = (collateralId: string | null): string => `event: change\ndata: ${JSON.stringify({ collateralId })}\n\n`;

describe('watching what others suggest', () => {
  it('tells of an item whose name holds a line separator', async () => {
    const streams = new Streams();
    streams.follow('a', { collateralIds: ['deck\u2028two'] });
    await settled();
    streams.last.say(opened + changed('deck\u2028two'));
    await settled();
    expect(streams.calls).to.deep.equal({ a: 2 });
  });

  it('opens one stream for everything on the page, and tells each what it watches', async () => {
    const streams = new Streams();
    streams.follow('a', { collateralIds: ['deck-42'] });
    streams.follow('b', { collateralIds: ['deck-42', 'naïve & co'], requests: true });
    await settled();
    expect(streams.opened.map(({ path }) => path)).to.deep.equal([
      '/v1/changes?collateralId=deck-42&collateralId=na%C3%AFve%20%26%20co&requests=true',
    ]);
    streams.last.say(opened);
    await settled();
    expect(streams.calls).to.deep.equal({ a: 1, b: 1 });
    streams.last.say(changed(null));
    // Cut in the middle, as networks do.
    const text = changed('deck-42');
    streams.last.say(text.slice(0, 20));
    await settled();
    expect(streams.calls).to.deep.equal({ a: 1, b: 2 });
    streams.last.say(`${text.slice(20)}: still here\n\n`);
    await settled();
    expect(streams.calls).to.deep.equal({ a: 2, b: 3 });
  });

  it('tells whoever watches an inbox, and nobody else, that something else waits', async () => {
    const streams = new Streams();
    streams.follow('a', { collateralIds: ['inbox'] });
    streams.follow('b', { collateralIds: ['deck-42'], inbox: true });
    await settled();
    expect(streams.last.path).to.equal('/v1/changes?inbox=true&collateralId=inbox&collateralId=deck-42');
    streams.last.say(`${opened}event: change\ndata: {"inbox":true}\n\n`);
    await settled();
    expect(streams.calls).to.deep.equal({ a: 1, b: 2 });
    streams.last.say(changed('inbox'));
    await settled();
    expect(streams.calls).to.deep.equal({ a: 2, b: 2 });
  });

  it('holds no connection while the page is hidden, and asks anew when it comes back', async () => {
    const streams = new Streams();
    streams.follow('a', { requests: true });
    await settled();
    streams.last.say(opened);
    streams.platform.change('hidden');
    await settled();
    expect(streams.last.signal.aborted).to.equal(true);
    streams.platform.advance(600_000);
    await settled();
    expect(streams.opened.length).to.equal(1);
    streams.platform.change('back');
    await settled();
    expect(streams.opened.length).to.equal(2);
    streams.last.say(opened);
    await settled();
    expect(streams.calls).to.deep.equal({ a: 2 });
  });

  it('opens the next stream when one ends, and one that has been silent for a minute', async () => {
    const streams = new Streams();
    streams.follow('a', { requests: true });
    await settled();
    streams.last.say(opened);
    await settled();
    streams.last.end();
    await settled();
    streams.platform.advance(1_000);
    await settled();
    expect(streams.opened.length).to.equal(2);
    streams.last.say(opened);
    await settled();
    streams.platform.advance(60_000);
    await settled();
    expect(streams.last.signal.aborted).to.equal(true);
    streams.platform.advance(1_000);
    await settled();
    expect(streams.opened.length).to.equal(3);
  });

  it('calls from time to time where there is no stream', async () => {
    const streams = new Streams();
    streams.status = 404;
    streams.follow('a', { requests: true });
    await settled();
    expect(streams.calls).to.deep.equal({ a: 1 });
    streams.platform.advance(30_000);
    await settled();
    expect(streams.calls).to.deep.equal({ a: 2 });
    streams.status = 200;
    streams.platform.advance(30_000);
    await settled();
    expect(streams.opened.length).to.equal(1);
  });

  it('looks at what is beyond the 50 places of a stream whenever the server says anything', async () => {
    const streams = new Streams();
    streams.follow('many', { collateralIds: Array.from({ length: 50 }, (_, index) => `item-${index}`) });
    streams.follow('beyond', { requests: true });
    await settled();
    expect(streams.last.path).not.to.contain('requests');
    streams.last.say(': still here\n\n');
    await settled();
    expect(streams.calls).to.deep.equal({ many: 0, beyond: 1 });
  });

  it('leaves no timer, listener or connection behind', async () => {
    const streams = new Streams();
    const end = streams.follow('a', { requests: true });
    await settled();
    end();
    await settled();
    expect(streams.last.signal.aborted).to.equal(true);
    const endAgain = streams.follow('b', { requests: true });
    await settled();
    endAgain();
    await settled();
    expect([streams.last.signal.aborted, streams.platform.leftOvers()]).to.deep.equal([true, 0]);
  });
});
