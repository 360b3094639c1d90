import { CollateralError, type ErrorCode } from '@collateral/sdk/contract';

/** A refusal that passes: the same request may succeed after a while. */
export class RetryLater extends CollateralError {
  /** Whole seconds, at least 1; told in `Retry-After`. */
  readonly retryAfterSeconds: number;

  constructor(code: ErrorCode, message: string, retryAfterSeconds: number, options?: ErrorOptions) {
    super(code, message, options);
    this.retryAfterSeconds = Math.max(1, Math.ceil(retryAfterSeconds));
  }
}
