/** How an endpoint says no: thrown anywhere below it, rendered as the API's own error body. */
export class Refusal extends Error {
  readonly status: number;
  /** OAuth refusals carry a number of their own in place of the status. */
  readonly code: number | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    extra: { readonly code?: number; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = extra.code;
    this.headers = extra.headers ?? {};
  }
}
