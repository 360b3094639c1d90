import { expect } from 'chai';
import { createManualPlatform } from '../testing/index.js';
import { createKyTransport } from './ky-transport.js';

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
});
