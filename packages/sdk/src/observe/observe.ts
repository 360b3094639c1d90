import type { Platform } from '../platform.js';
import type { ItemReference, UsageInput } from '../record/record-input.js';
import type { View } from '../record/views.js';
import { watchDownloads } from './downloads.js';
import { itemOf, marked, markedElements, markNames } from './marked-elements.js';
import { isPlaying, mediaOf, playedShare, watchMedia } from './media.js';
import { pageClaims } from './page-claims.js';
import { createVisibility } from './visibility.js';

/** Where observed things are recorded. */
export interface ObservedBy {
  /** Tells apart what is counted once: one page, one endpoint. */
  readonly endpoint: string;
  view(item: ItemReference): View;
  track(event: UsageInput): Promise<unknown>;
  /** Whether the person asked not to be followed. */
  isSilent(): boolean;
  /** Hears of markup that is wrong: an observer has nobody it could throw at. */
  explain(error: unknown): void;
}

interface Watched {
  readonly item: ItemReference;
  readonly key: string;
  /** While the element is in sight. */
  release: (() => void) | undefined;
  /** While this observation is the one that counts it. */
  view: View | undefined;
  readonly playing: Set<HTMLMediaElement>;
}

/**
 * Records views and downloads of the marked elements below a root until the returned function is called.
 *
 * Must:
 * 1. count once what several observations, or two copies of this code, see on one page;
 * 2. notice marked elements that come later, change their mark or go;
 * 3. never throw into the page: markup is content, and content may be wrong.
 */
export function observe(root: Node & ParentNode, by: ObservedBy, platform: Platform): () => void {
  const claims = pageClaims(by.endpoint);
  const watched = new Map<Element, Watched>();
  const visibility = createVisibility(platform, (element, isSeen) => (isSeen ? enter(element) : leave(element)));

  function enter(element: Element): void {
    const about = watched.get(element);
    if (!about) return;
    about.release = claims.claim(about.key, () => {
      try {
        about.view = by.view(about.item);
        for (const media of mediaOf(element)) follow(media);
      } catch (error) {
        by.explain(error);
      }
    });
  }

  function leave(element: Element): void {
    const about = watched.get(element);
    about?.view?.end();
    about?.release?.();
    about?.playing.clear();
    if (about) about.view = about.release = undefined;
  }

  function follow(media: HTMLMediaElement): void {
    const about = watched.get(media.closest(marked) ?? media);
    if (!about?.view) return;
    if (isPlaying(media)) about.playing.add(media);
    else about.playing.delete(media);
    tellView(about, media);
  }

  function tellView({ view, playing }: Watched, media: HTMLMediaElement): void {
    view?.playing(playing.size > 0);
    view?.progress(playedShare(media));
  }

  function add(element: Element): void {
    if (watched.has(element)) return;
    const item = itemOf(element);
    watched.set(element, { item, key: keyOf(item), release: undefined, view: undefined, playing: new Set() });
    visibility.add(element);
  }

  function remove(element: Element): void {
    leave(element);
    visibility.remove(element);
    watched.delete(element);
  }

  function catchUp(records: readonly MutationRecord[]): void {
    for (const { type, target } of records) {
      if (type !== 'attributes' || !(target instanceof Element)) continue;
      // Frameworks write again what is there already.
      if (watched.get(target)?.key !== keyOf(itemOf(target))) remove(target);
    }
    if (records.some(({ removedNodes }) => removedNodes.length > 0)) {
      for (const [element, about] of watched) {
        if (!root.contains(element)) remove(element);
        // A player that was taken out stops, and nobody in the page hears it.
        else for (const media of about.playing) if (!element.contains(media)) stopFollowing(about, media);
      }
    }
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) {
        if (node instanceof Element && root.contains(node)) markedElements(node, node !== target).forEach(add);
      }
    }
  }

  function stopFollowing(about: Watched, media: HTMLMediaElement): void {
    about.playing.delete(media);
    tellView(about, media);
  }

  markedElements(root, true).forEach(add);
  const mutations = new MutationObserver(catchUp);
  mutations.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: markNames });
  const stopMedia = watchMedia(root, follow);
  const stopDownloads = watchDownloads(root, (element, click) => {
    if (by.isSilent() || !claims.takes(click)) return;
    by.track({ type: 'usage', action: 'download', ...itemOf(element) }).catch((error: unknown) => by.explain(error));
  });
  return () => {
    mutations.disconnect();
    stopMedia();
    stopDownloads();
    for (const element of [...watched.keys()]) remove(element);
    visibility.stop();
  };
}

function keyOf({ collateralId, version }: ItemReference): string {
  return JSON.stringify([collateralId, version]);
}
