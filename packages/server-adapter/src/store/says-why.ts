import type { Fact } from './fact.js';

/** Tells whether a rating came with a reason or a comment. That it had one is kept when the words of a person are erased. */
export function saysWhy({ detail }: Pick<Fact, 'detail'>): boolean {
  const { reasons, comment, commented } = detail;
  return (
    (Array.isArray(reasons) && reasons.length > 0) ||
    (typeof comment === 'string' && comment !== '') ||
    commented === true
  );
}
