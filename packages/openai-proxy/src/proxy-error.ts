/** The kinds that OpenAI's own API and its clients know, and two of ours. */
export type ProxyErrorType =
  | 'invalid_request_error'
  | 'authentication_error'
  | 'permission_error'
  | 'not_found_error'
  | 'rate_limit_error'
  | 'insufficient_quota'
  | 'server_error'
  | 'upstream_error';

export interface ProxyErrorOptions {
  readonly status: number;
  readonly type?: ProxyErrorType | undefined;
  /** What programs tell errors apart by: `model_not_found`, `concurrency_limit`. */
  readonly code?: string | undefined;
  /** The field of the request it is about. */
  readonly param?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly cause?: unknown;
}

/** A refusal as an OpenAI client understands it. Its message may be shown to whoever called. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly status: number;
  readonly type: ProxyErrorType;
  readonly code: string | null;
  readonly param: string | null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(message: string, options: ProxyErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = options.status;
    this.type = options.type ?? (options.status < 500 ? 'invalid_request_error' : 'server_error');
    this.code = options.code ?? null;
    this.param = options.param ?? null;
    this.headers = options.headers ?? {};
  }

  /** The body that OpenAI's API would have sent. */
  get body(): { readonly error: ErrorBody } {
    return { error: { message: this.message, type: this.type, param: this.param, code: this.code } };
  }
}

export interface ErrorBody {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

/** A 400 about one field. */
export function badRequest(param: string, message: string, code?: string): ProxyError {
  return new ProxyError(message, { status: 400, param, code });
}
