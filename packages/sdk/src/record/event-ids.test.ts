import { expect } from 'chai';
import { isEventId } from '../contract/ids.js';
import { createManualPlatform } from '../testing/index.js';
import { createEventIds, withoutTime } from './event-ids.js';

describe('event ids', () => {
  it('are UUIDs of version 7 that carry the millisecond they were made in', () => {
    const platform = createManualPlatform();
    const id = createEventIds(platform)();
    expect(isEventId(id), id).to.equal(true);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).to.equal(platform.now());
  });

  it('rise within one millisecond, more than 4096 of them', () => {
    const newId = createEventIds(createManualPlatform());
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.every(isEventId)).to.equal(true);
    expect(ids).to.deep.equal([...new Set(ids)].sort());
  });

  it('rise when the clock is set back', () => {
    const platform = createManualPlatform();
    const newId = createEventIds(platform);
    const before = newId();
    platform.setClock('2020-01-01T00:00:00.000Z');
    expect(newId() > before).to.equal(true);
  });

  it('use all 62 random bits, those of the variant digit too', () => {
    const newId = createEventIds(createManualPlatform());
    const variants = new Set(Array.from({ length: 200 }, () => newId().charAt(19)));
    expect([...variants].sort().join('')).to.equal('89ab');
  });

  it('tell of suggestions and replies the day only, and stay apart', () => {
    const platform = createManualPlatform();
    const ids = Array.from({ length: 100 }, createEventIds(platform));
    const days = ids.map(withoutTime);
    expect(days.every(isEventId), days[0]).to.equal(true);
    expect(new Set(days).size).to.equal(100);
    const day = Math.floor(platform.now() / 86_400_000) * 86_400_000;
    for (const id of days) {
      expect(parseInt(id.replace('-', '').slice(0, 12), 16)).to.equal(day);
      expect(id.slice(14, 18)).to.equal('7000');
    }
  });

  it('need no secure context: they come from getRandomValues', () => {
    Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true });
    try {
      expect(isEventId(createEventIds(createManualPlatform())())).to.equal(true);
    } finally {
      Reflect.deleteProperty(crypto, 'randomUUID');
    }
  });
});
