import type { CaseResult, ConformanceReport } from './run-cases.js';

const signs = { passed: '✓', failed: '✗', skipped: '-' } as const;

/** Writes one result as one line. */
export function resultLine({ id, name, state, durationMs, missing, message }: CaseResult): string {
  const start = `${signs[state]} ${id.padEnd(34)}`;
  if (state === 'failed') return `${start} ${name} — ${(message ?? '').replaceAll('\n', ' | ')}`;
  if (state === 'skipped') return `${start} ${name} — skipped: no ability "${missing ?? ''}"`;
  return `${start} ${name} (${durationMs} ms)`;
}

/** Writes the sum of a run, with the abilities that were missing. */
export function summaryText({ passed, failed, skipped, durationMs, missing, results }: ConformanceReport): string {
  const lines = [
    `must: ${passed} passed, ${failed} failed, ${skipped} skipped, ${(durationMs / 1_000).toFixed(1)} s`,
    ...missing.map((ability) => {
      const count = results.filter((result) => result.missing === ability).length;
      return `skipped without "${ability}": ${count}`;
    }),
    ...(failed === 0 ? ['The contract is kept.'] : [`Broken: ${failedIds(results)}`]),
  ];
  return lines.join('\n');
}

function failedIds(results: readonly CaseResult[]): string {
  return results.flatMap(({ id, state }) => (state === 'failed' ? [id] : [])).join(', ');
}
