/** A "no" the person can read and act on. Anything else that throws is our bug. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status = 409) {
    super(code);
    this.code = code;
    this.status = status;
  }
}
