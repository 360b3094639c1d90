import type { PromptLimits } from '../contract/prompts.js';
import type { ItemReference } from '../record/record-input.js';
import type { PromptMemory, PromptWorld } from './prompt-world.js';
import type { Prompt } from './prompt.js';

/** Decides when somebody is asked. */
export interface Prompter {
  watch(item: ItemReference, ask: (prompt: Prompt) => void): () => void;
  /** Something was used: looks whether anybody should be asked. */
  consider(): void;
  /** The person has changed: nothing that was used or asked is theirs. */
  forget(): void;
  /** An item was rated: what was asked about it is answered. */
  rated(collateralId: string): void;
}

interface Watcher {
  readonly item: ItemReference;
  readonly ask: (prompt: Prompt) => void;
}

const dayMs = 86_400_000;
/** How long a busy person is left alone before it is looked again whether they still are. */
const patienceMs = 2_000;

/**
 * Creates a prompter.
 *
 * Must:
 * 1. leave alone who is typing, in full screen or elsewhere, and come back to it;
 * 2. ask nobody about whom it does not know what they were asked: without an answer of the server there is no request;
 * 3. count a request before it is shown, in one step for all pages of the device, so that two pages never ask at once;
 * 4. decide once about each use: who may not be asked now is not asked about it later.
 */
export function createPrompter(world: PromptWorld, uses: Set<string>): Prompter {
  const { platform, tab } = world;
  const watchers = new Set<Watcher>();
  const open = new Map<string, ItemReference & { readonly promptId: string }>();
  let isDeciding = false;
  let stopWaiting: (() => void) | undefined;

  function consider(): void {
    stopWaiting?.();
    stopWaiting = undefined;
    const watcher = [...watchers].find(({ item }) => uses.has(item.collateralId));
    if (!watcher || isDeciding) return;
    if (!platform.isAttended() || tab.isBusy()) {
      stopWaiting = platform.startTimer(patienceMs, consider);
      return;
    }
    isDeciding = true;
    uses.delete(watcher.item.collateralId);
    // Whoever cannot be asked about is not asked; nothing else depends on it.
    void decide(watcher)
      .catch(() => undefined)
      .then(() => {
        isDeciding = false;
        consider();
      });
  }

  async function decide(watcher: Watcher): Promise<void> {
    const { item } = watcher;
    if (!world.mayObserve()) return;
    const { prompts: limits, may } = await world.config();
    if (!may.rate || limits.perDay === 0) return;
    const remembered = await world.amend((memory) => memory ?? nothing);
    if (!isFree(remembered, item, limits, platform.now())) return;
    const { notBefore, recent } = await world.standing();
    if (notBefore !== null || recent.includes(item.collateralId)) return;
    if (!(await world.isUnrated(item))) return;
    if (!watchers.has(watcher) || !platform.isAttended() || tab.isBusy()) {
      uses.add(item.collateralId);
      return;
    }
    if (await claim(item, limits)) ask(watcher);
  }

  /** Counts the request, unless another page was quicker. */
  async function claim(item: ItemReference, limits: PromptLimits): Promise<boolean> {
    const atMs = platform.now();
    let isOurs = false;
    await world.amend((memory = nothing) => {
      isOurs = isFree(memory, item, limits, atMs);
      if (!isOurs) return memory;
      const kept = memory.asked.filter((asked) => atMs - asked.atMs < limits.restDays * dayMs);
      return { ...memory, asked: [...kept, { collateralId: item.collateralId, atMs }] };
    });
    return isOurs;
  }

  function ask({ item, ask: show }: Watcher): void {
    const { collateralId } = item;
    const request = { ...item, promptId: world.newId() };
    world.record({ ...request, answer: 'asked' });
    open.set(collateralId, request);
    show({ promptId: request.promptId, collateralId, dismiss: () => dismiss(collateralId) });
  }

  function dismiss(collateralId: string): void {
    if (!answer(collateralId, 'dismissed')) return;
    // The server learns it as well; a device that cannot keep it asks there.
    world.amend((memory = nothing) => ({ ...memory, dismissedMs: platform.now() })).catch(() => undefined);
  }

  function answer(collateralId: string, answered: string): boolean {
    const request = open.get(collateralId);
    if (request) world.record({ ...request, answer: answered });
    return open.delete(collateralId);
  }

  return {
    consider,
    forget() {
      open.clear();
      stopWaiting?.();
      stopWaiting = undefined;
    },
    rated: (collateralId) => void answer(collateralId, 'rated'),
    watch(item, show) {
      const watcher = { item, ask: show };
      watchers.add(watcher);
      consider();
      return () => {
        watchers.delete(watcher);
        if (watchers.size > 0) return;
        stopWaiting?.();
        stopWaiting = undefined;
      };
    },
  };
}

const nothing: PromptMemory = { asked: [], dismissedMs: 0 };

function isFree(
  { asked, dismissedMs }: PromptMemory,
  item: ItemReference,
  { perDay, restDays }: PromptLimits,
  nowMs: number,
): boolean {
  const restMs = restDays * dayMs;
  if (dismissedMs > 0 && nowMs - dismissedMs < restMs) return false;
  if (asked.some(({ collateralId, atMs }) => collateralId === item.collateralId && nowMs - atMs < restMs)) return false;
  return asked.filter(({ atMs }) => nowMs - atMs < dayMs).length < perDay;
}
