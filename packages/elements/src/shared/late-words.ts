/** Sentences that come with the package, a file for each language, loaded when one is spoken. */
export class LateWords<Words> {
  readonly #files: Readonly<Record<string, () => Promise<{ readonly strings: Words }>>>;
  readonly #loaded = new Map<string, Words>();
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(files: Readonly<Record<string, () => Promise<{ readonly strings: Words }>>>) {
    this.#files = files;
  }

  /** Whether the package has a language: `de-AT` speaks `de`. */
  has(language: string): boolean {
    return Object.hasOwn(this.#files, codeOf(language));
  }

  /** The sentences of a language; undefined without any, and until they are here: then `onLoaded` is called. */
  of(language: string, onLoaded?: () => void): Words | undefined {
    const code = codeOf(language);
    const words = this.#loaded.get(code);
    if (!words && onLoaded && this.has(code)) (this.#waiting.get(code) ?? this.#load(code)).add(onLoaded);
    return words;
  }

  #load(code: string): Set<() => void> {
    const waits = new Set<() => void>();
    this.#waiting.set(code, waits);
    this.#files[code]?.().then(
      ({ strings }) => {
        this.#loaded.set(code, strings);
        for (const tell of waits) tell();
        waits.clear();
      },
      // A file that cannot be had: English stays, and the next drawing asks for it again.
      () => this.#waiting.delete(code),
    );
    return waits;
  }
}

function codeOf(language: string): string {
  return language.toLowerCase().split('-', 1)[0] ?? '';
}
