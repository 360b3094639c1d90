/** An element whose words follow the language around it. */
interface Speaker extends Element {
  /** Looks again which language is spoken here. */
  languageChanged(): void;
  requestUpdate(): void;
}

const speakers = new Set<Speaker>();
let observer: MutationObserver | undefined;
let watched = new WeakSet<Node>();

/**
 * Tells an element when a `lang` (or a provider's `locale`) or the direction of text changes anywhere above it, also outside its shadow root.
 * One observer serves all elements of the page.
 */
export function watchLanguage(speaker: Speaker): void {
  observer ??= new MutationObserver(() => {
    for (const each of speakers) each.languageChanged();
  });
  speakers.add(speaker);
  for (let root = speaker.getRootNode(); ; root = root.host.getRootNode()) {
    if (!watched.has(root)) {
      observer.observe(root, { subtree: true, attributeFilter: ['lang', 'locale', 'dir'] });
      watched.add(root);
    }
    if (!(root instanceof ShadowRoot)) return;
  }
}

/** Ends it; without any element left nothing is observed. */
export function unwatchLanguage(speaker: Speaker): void {
  speakers.delete(speaker);
  if (speakers.size > 0) return;
  observer?.disconnect();
  watched = new WeakSet();
}

/** Lets every element say its words again, because a language has changed. */
export function speakAgain(): void {
  for (const each of speakers) each.requestUpdate();
}
