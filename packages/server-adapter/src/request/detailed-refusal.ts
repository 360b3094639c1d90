import { CollateralError, type ErrorCode } from '@collateral/sdk/contract';

/** A refusal that tells more than a sentence: what the caller needs to go on. */
export class DetailedRefusal extends CollateralError {
  /** Members of the problem reply beside the standard ones. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>>, options?: ErrorOptions) {
    super(code, message, options);
    this.details = details;
  }
}
