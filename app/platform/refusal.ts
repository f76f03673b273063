/** A "no" the person can read and act on. Anything else that throws is our bug. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  /** When it may be tried again. */
  readonly afterSeconds: number | undefined;
  constructor(code: string, status = 409, afterSeconds?: number) {
    super(code);
    this.code = code;
    this.status = status;
    this.afterSeconds = afterSeconds;
  }
}
