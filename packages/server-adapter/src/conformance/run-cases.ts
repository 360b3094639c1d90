import { CaseFailure, type FailureDetails } from './case-failure.js';
import type { Ability, ConformanceCase } from './conformance-case.js';

/** How one case ended. */
export interface CaseResult {
  /** The id of the case, which is never renamed. */
  readonly id: string;
  /** How binding the promise is; every case is a must today. */
  readonly level: 'must';
  /** The promise as a sentence. */
  readonly name: string;
  /** Skipped when the subject lacks an ability the case needs. */
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Whole milliseconds. */
  readonly durationMs: number;
  /** Why it was skipped. */
  readonly missing?: Ability;
  /** Why it failed, in one sentence. */
  readonly message?: string;
  /** The parts of that sentence, unless the subject itself threw. */
  readonly details?: FailureDetails;
}

/** How a whole run ended. */
export interface ConformanceReport {
  /** How many cases held. */
  readonly passed: number;
  /** How many cases did not hold or did not end in time; 0 means the subject conforms. */
  readonly failed: number;
  /** How many cases were not run for lack of an ability. */
  readonly skipped: number;
  /** Milliseconds of all cases together. */
  readonly durationMs: number;
  /** Abilities the subject does not have, so that their cases were skipped. */
  readonly missing: readonly Ability[];
  /** One for each case, in the order they ran. */
  readonly results: readonly CaseResult[];
}

/** How cases are run. */
export interface RunOptions {
  /** Time a case may take before it counts as failed. @defaultValue 60000 */
  readonly timeoutMs?: number;
  /** Told about each case when it ends. */
  readonly onResult?: (result: CaseResult) => void;
}

/** Runs cases one after the other, without a test runner. */
export async function runCases<Subject>(
  cases: readonly ConformanceCase<Subject>[],
  subject: Subject,
  { timeoutMs = 60_000, onResult }: RunOptions = {},
): Promise<ConformanceReport> {
  const results: CaseResult[] = [];
  for (const one of cases) {
    const result = await runOne(one, subject, timeoutMs);
    results.push(result);
    onResult?.(result);
  }
  const count = (state: CaseResult['state']): number => results.filter((result) => result.state === state).length;
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    durationMs: results.reduce((sum, { durationMs }) => sum + durationMs, 0),
    missing: [...new Set(results.flatMap(({ missing }) => missing ?? []))],
    results,
  };
}

async function runOne<Subject>(
  { id, level, name, run }: ConformanceCase<Subject>,
  subject: Subject,
  timeoutMs: number,
): Promise<CaseResult> {
  const start = performance.now();
  const end = (): number => Math.round(performance.now() - start);
  try {
    const outcome = await withinTime(run(subject), timeoutMs);
    return { id, level, name, durationMs: end(), ...outcome };
  } catch (error) {
    const details = error instanceof CaseFailure ? error.details : undefined;
    const message = error instanceof Error ? error.message : String(error);
    return { id, level, name, state: 'failed', durationMs: end(), message, ...(details && { details }) };
  }
}

async function withinTime<Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end within ${timeoutMs} ms.`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
