import { expect } from 'chai';
import { createLoopback, createManualPlatform, problem } from '../testing/index.js';
import { createKyTransport } from './ky-transport.js';
import type * as KyFile from './send-with-ky.js';

describe('a request', () => {
  const never = (): Promise<Response> => new Promise(() => undefined);

  const limits: readonly [bytes: number, limitMs: number][] = [
    [0, 10_000],
    [16_000, 11_000],
    [524_288, 42_768],
  ];
  for (const [bytes, limitMs] of limits) {
    it(`with a body of ${bytes} bytes is given up after ${limitMs} ms, not before, whatever hangs`, async () => {
      const platform = createManualPlatform();
      const transport = createKyTransport({ endpoint: 'https://intranet.test', fetch: never }, platform);
      let status: number | undefined;
      const reply = transport.send({ path: '/v1/events', body: 'x'.repeat(bytes) }).then((answer) => {
        status = answer.status;
      });
      platform.advance(limitMs - 1);
      await new Promise((resolve) => setTimeout(resolve));
      expect(status).to.equal(undefined);
      platform.advance(1);
      await reply;
      expect(status).to.equal(0);
      expect(platform.leftOvers()).to.equal(0);
    });
  }

  describe('of more than 2 KiB', () => {
    const body = JSON.stringify({ batchId: 'b', events: [], items: [], forActor: 'x'.repeat(4_000) });

    it('is compressed', async () => {
      const server = createLoopback();
      const transport = createKyTransport({ endpoint: 'https://intranet.test', fetch: server.fetch }, platform());
      await transport.send({ path: '/v1/events', body });
      await transport.send({ path: '/v1/events', body: '{"events":[]}' });
      const [large, small] = server.requests;
      expect(large!.headers.get('content-encoding')).to.equal('gzip');
      expect(large!.headers.get('content-type')).to.equal('application/json');
      expect(large!.sentBytes).to.be.below(large!.bytes / 6);
      expect(large!.bytes).to.equal(body.length);
      expect(small!.headers.get('content-encoding')).to.equal(null);
    });

    it('is sent again as it is, and later ones too, when something on the way refuses compression', async () => {
      const server = createLoopback();
      server.answer = ({ headers }) =>
        headers.has('content-encoding') ? problem(415, 'unsupported-media-type') : undefined;
      const transport = createKyTransport({ endpoint: 'https://intranet.test', fetch: server.fetch }, platform());
      expect((await transport.send({ path: '/v1/events', body })).status).to.equal(409);
      await transport.send({ path: '/v1/events', body });
      const encodings = server.requests.map(({ headers }) => headers.get('content-encoding'));
      expect(encodings).to.deep.equal(['gzip', null, null]);
    });
  });
});

describe('a request of a page that closes', () => {
  it('is given up within the limit, so that a page that stays goes on', async () => {
    const platform = createManualPlatform();
    const transport = createKyTransport(
      { endpoint: 'https://intranet.test', fetch: () => new Promise(() => undefined) },
      platform,
    );
    const reply = transport.sendClosing('/v1/events', 'x'.repeat(16_000));
    platform.advance(11_000);
    expect((await reply).status).to.equal(0);
    expect(platform.leftOvers()).to.equal(0);
  });
});

describe('ky', () => {
  it('sends as soon as it is loaded, and until then fetch does, so that no request waits for a file', async () => {
    const asked: unknown[] = [];
    const fetch = async (input: unknown): Promise<Response> => {
      asked.push(input);
      return new Response('{}');
    };
    let arrive: (file: typeof KyFile) => void = () => undefined;
    const file = new Promise<typeof KyFile>((resolve) => (arrive = resolve));
    const transport = createKyTransport({ endpoint: 'https://intranet.test', fetch }, platform(), () => file);
    await transport.send({ path: '/v1/config', body: undefined });
    arrive(await import('./send-with-ky.js'));
    await file;
    await transport.send({ path: '/v1/config', body: undefined });
    // ky hands on a Request.
    expect(asked.map((input) => typeof input)).to.deep.equal(['string', 'object']);
  });

  it('that does not come leaves sending to fetch, and nobody hears of it', async () => {
    const asked: unknown[] = [];
    const fetch = async (input: unknown): Promise<Response> => {
      asked.push(input);
      return new Response('{}');
    };
    const load = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
    const transport = createKyTransport({ endpoint: 'https://intranet.test', fetch }, platform(), load);
    expect((await transport.send({ path: '/v1/config', body: undefined })).status).to.equal(200);
    expect(typeof asked[0]).to.equal('string');
  });
});

const platform = createManualPlatform;
