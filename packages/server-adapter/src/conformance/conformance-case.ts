/** What a store or its factory may be able to do beyond the required methods. Cases that need one are skipped without it. */
export type Ability =
  /** After a store was closed, its place can be opened again and holds the same rows. */
  | 'reopen'
  /** The same after a store was left without closing it, as by a process that died. */
  | 'crash'
  /** Several stores can be open on one place at the same time, as in several processes. */
  | 'share'
  /** The store declares the capability `getMany`. */
  | 'getMany'
  /** The store declares the capability `aggregate`. */
  | 'aggregate'
  /** The store declares the capability `search`. */
  | 'search';

/** How a case ended; one that fails rejects instead. */
export type CaseOutcome =
  | {
      /** The promise holds. */
      readonly state: 'passed';
    }
  | {
      /** The promise was not checked. */
      readonly state: 'skipped';
      /** The ability the subject lacks for it. */
      readonly missing: Ability;
    };

/** One promise of the contract, checked from outside. Needs no test runner. */
export interface ConformanceCase<Subject> {
  /** Never renamed, so that a skip list stays right. */
  readonly id: string;
  /** How binding the promise is. */
  readonly level: 'must';
  /** The promise as a sentence. */
  readonly name: string;
  /** What the subject must be able to do for the case to make sense. */
  readonly needs: readonly Ability[];
  /** Rejects with a {@link CaseFailure} when the promise is broken. */
  readonly run: (subject: Subject) => Promise<CaseOutcome>;
}
