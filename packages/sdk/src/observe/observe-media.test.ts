import { expect } from 'chai';
import type { ViewEvent } from '../contract/usage-event.js';
import { playedShare } from './media.js';
import { look, openObservedPage, type ObservedPage } from './observed-page.fixture.js';

const player = '<figure data-collateral-id="video-7" style="height: 100px"><video></video></figure>';

describe('media of an observed page', () => {
  it('count as activity while they play, and what was played as progress', async () => {
    const page = await openObservedPage(player);
    await look(page, 1_000);
    play(page, { paused: false, played: [[0, 40]] });
    for (let slice = 0; slice < 6; slice += 1) page.platform.advance(15_000);
    play(page, { paused: true, played: [[0, 40]] });
    page.platform.advance(15_000);
    expect(await viewOf(page)).to.include({ visibleMs: 105_000, activeMs: 90_000, progress: 0.4 });
  });

  it('count no segment twice and none that was jumped over', async () => {
    const page = await openObservedPage(player);
    await look(page, 1_000);
    play(page, {
      paused: true,
      played: [
        [0, 10],
        [80, 95],
      ],
    });
    page.platform.advance(1_000);
    expect(await viewOf(page)).to.include({ progress: 0.25 });
  });

  it('that play already when they come into sight count from then on', async () => {
    const page = await openObservedPage(player);
    play(page, { paused: false, played: [[0, 10]] });
    await look(page, 1_000);
    for (let slice = 0; slice < 4; slice += 1) page.platform.advance(15_000);
    expect(await viewOf(page)).to.include({ activeMs: 60_000, progress: 0.1 });
  });

  it('that are taken out of the page play no more', async () => {
    const page = await openObservedPage(player);
    await look(page, 1_000);
    play(page, { paused: false, played: [[0, 10]] });
    page.root.querySelector('video')!.remove();
    await look(page, 15_000);
    page.platform.advance(30_000);
    expect(await viewOf(page)).to.include({ visibleMs: 45_000, activeMs: 30_000 });
  });

  it('that loop in silence are decoration', async () => {
    const page = await openObservedPage(player);
    Object.assign(page.root.querySelector('video')!, { muted: true, loop: true });
    await look(page, 1_000);
    play(page, { paused: false, played: [[0, 10]] });
    for (let slice = 0; slice < 4; slice += 1) page.platform.advance(15_000);
    expect(await viewOf(page)).to.include({ visibleMs: 60_000, activeMs: 30_000 });
  });

  it('are active for as long as the host allows without input once they stop', async () => {
    const page = await openObservedPage(player, { idleMs: 5_000 });
    await look(page, 1_000);
    page.platform.advance(15_000);
    expect(await viewOf(page)).to.include({ visibleMs: 15_000, activeMs: 5_000 });
  });

  it('have no share while nobody knows how long they are', () => {
    expect(playedShare(document.createElement('audio'))).to.equal(0);
  });

  it('tell in this browser what was played and what was jumped over', async () => {
    const sound = document.createElement('video');
    // Engines let nothing else play by itself.
    sound.muted = true;
    sound.src = silence(2);
    await new Promise((resolve) => sound.addEventListener('loadedmetadata', resolve, { once: true }));
    sound.currentTime = 1.4;
    await sound.play();
    await new Promise((resolve) => sound.addEventListener('ended', resolve, { once: true }));
    expect(playedShare(sound)).to.be.within(0.1, 0.5);
  });
});

interface State {
  readonly paused: boolean;
  readonly played: readonly (readonly [number, number])[];
}

/** Puts the player of a page, of a hundred seconds, into a state and lets it say so. */
function play({ root }: ObservedPage, { paused, played }: State): void {
  const video = root.querySelector('video')!;
  const ranges = {
    length: played.length,
    start: (index: number) => played[index]![0],
    end: (index: number) => played[index]![1],
  };
  const values = { paused, played: ranges, ended: false, readyState: 4, duration: 100 };
  for (const [name, value] of Object.entries(values)) Object.defineProperty(video, name, { value, configurable: true });
  video.dispatchEvent(new Event(paused ? 'pause' : 'playing'));
}

async function viewOf(page: ObservedPage): Promise<ViewEvent | undefined> {
  return (await page.arrived()).findLast((event) => event.type === 'view');
}

/** A sound file with nothing to hear. */
function silence(seconds: number): string {
  const samples = 8_000 * seconds;
  const file = new DataView(new ArrayBuffer(44 + samples));
  const text = (at: number, letters: string): void =>
    new TextEncoder().encode(letters).forEach((byte, index) => file.setUint8(at + index, byte));
  text(0, 'RIFF');
  file.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  file.setUint32(16, 16, true);
  file.setUint16(20, 1, true);
  file.setUint16(22, 1, true);
  file.setUint32(24, 8_000, true);
  file.setUint32(28, 8_000, true);
  file.setUint16(32, 1, true);
  file.setUint16(34, 8, true);
  text(36, 'data');
  file.setUint32(40, samples, true);
  new Uint8Array(file.buffer, 44).fill(128);
  return URL.createObjectURL(new Blob([file], { type: 'audio/wav' }));
}
