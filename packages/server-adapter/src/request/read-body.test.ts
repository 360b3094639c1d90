import { limits } from '@collateral/sdk/contract';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readBody } from './read-body.js';
import { batch, problem, rating, World } from '../handler.fixture.js';

const json = { 'content-type': 'application/json' };
const gzip = { ...json, 'content-encoding': 'gzip' };

function streamOf(chunks: Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const next = iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

function send(world: World, body: RequestInit['body'], headers: Record<string, string>): Promise<Response> {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers,
    duplex: 'half',
    ...(body !== undefined && { body }),
  };
  return world.call('/v1/events', init);
}

async function refusal(body: RequestInit['body'], headers: Record<string, string>): Promise<string> {
  const { status, code } = await problem(await send(new World(), body, headers));
  return `${status} ${code}`;
}

describe('a request body', () => {
  const text = JSON.stringify(batch([rating(1)]));

  test('is taken where the platform has no Request.body, as in Firefox', async () => {
    const request = new Request('https://intranet.example/', { method: 'POST', body: text });
    Object.defineProperty(request, 'body', { value: undefined });
    assert.equal(new TextDecoder().decode(await readBody(request, limits.bodyBytes)), text);
  });

  test('is taken gzipped', async () => {
    const reply = await send(new World(), new Uint8Array(gzipSync(text)), gzip);
    assert.equal(reply.status, 200);
  });

  test('is taken in chunks that cut characters apart', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(batch([rating(1, { comment: 'Zoë 🎯' })])));
    const world = new World();
    assert.equal((await send(world, streamOf([...bytes].map((byte) => Uint8Array.of(byte))), json)).status, 200);
    assert.equal((await world.facts())[0]?.detail['comment'], 'Zoë 🎯');
  });

  test('is refused as soon as it inflates beyond the limit', async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(64 * 1024 * 1024)));
    assert.ok(bomb.byteLength < 100_000);
    assert.equal(await refusal(bomb, gzip), '413 body-too-large');
  });

  test('is refused when its gzip header never ends', async () => {
    const header = Uint8Array.of(0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3);
    function* endless(): Iterable<Uint8Array> {
      yield header;
      for (;;) yield new Uint8Array(65_536).fill(97);
    }
    assert.equal(await refusal(streamOf(endless()), gzip), '413 body-too-large');
  });

  test('is read no further than the limit when it has no length and no end', async () => {
    let chunks = 0;
    function* endless(): Iterable<Uint8Array> {
      for (;;) {
        chunks += 1;
        yield new Uint8Array(65_536).fill(32);
      }
    }
    assert.equal(await refusal(streamOf(endless()), json), '413 body-too-large');
    assert.ok(chunks <= limits.bodyBytes / 65_536 + 3, `read ${chunks} chunks`);
  });

  test('is measured by what arrives, not by Content-Length', async () => {
    assert.equal((await send(new World(), text, { ...json, 'content-length': '99999999' })).status, 200);
    assert.equal(
      await refusal(' '.repeat(limits.bodyBytes + 1), { ...json, 'content-length': '2' }),
      '413 body-too-large',
    );
  });

  test('is refused when it is no gzip, or breaks off', async () => {
    assert.equal(await refusal(text, gzip), '400 invalid-json');
    assert.equal(await refusal(new Uint8Array(gzipSync(text)).slice(0, -9), gzip), '400 invalid-json');
  });

  test('is refused when the stream fails', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('socket gone')) });
    assert.equal(await refusal(broken, json), '400 invalid-json');
  });

  test('is refused when it is not UTF-8', async () => {
    assert.equal(await refusal(Uint8Array.of(0x22, 0xff, 0x22), json), '400 invalid-json');
  });

  for (const encoding of ['br', 'deflate', 'gzip, gzip', 'x']) {
    test(`is refused in the encoding ${encoding}`, async () => {
      assert.equal(await refusal(text, { ...json, 'content-encoding': encoding }), '415 unsupported-media-type');
    });
  }

  for (const type of [
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'text/html',
    '',
  ]) {
    test(`is refused as ${type || 'nothing in particular'}`, async () => {
      assert.equal(await refusal(text, { 'content-type': type }), '415 unsupported-media-type');
    });
  }

  for (const type of ['text/plain', 'text/plain;charset=UTF-8', 'Application/JSON; charset=utf-8']) {
    test(`is taken as ${type}`, async () => {
      assert.equal((await send(new World(), text, { 'content-type': type })).status, 200);
    });
  }

  test('is a fault of the host when somebody read it before', async () => {
    const world = new World();
    const request = new Request('https://intranet.example/v1/events', {
      method: 'POST',
      body: text,
      headers: { ...json, authorization: 'Bearer ana' },
    });
    await request.text();
    const { status, code } = await problem(await world.handler(request));
    assert.deepEqual([status, code], [500, 'body-already-read']);
    assert.equal(world.errors.length, 1);
  });
});
