import type { Fact } from '../store/fact.js';

/** Tells whether a fact says that somebody really used an item: at least 10 s active, or half of it seen, or a download, or a completion. */
export function isEngaged({ type, detail }: Fact): boolean {
  if (type === 'completion') return true;
  const { activeMs, progress, action } = detail;
  if (type === 'usage') return action === 'download';
  return (typeof activeMs === 'number' && activeMs >= 10_000) || (typeof progress === 'number' && progress >= 0.5);
}
