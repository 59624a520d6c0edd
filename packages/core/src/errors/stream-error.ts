import { GigaChatError, type GigaChatErrorOptions } from './gigachat-error.ts';

export interface StreamErrorOptions extends GigaChatErrorOptions {
  readonly reason: StreamError['reason'];
  readonly requestId?: string | undefined;
  readonly text?: string | undefined;
  readonly lastFrame?: string | undefined;
  readonly status?: number | undefined;
}

/** The answer began and then broke. What had arrived is not lost: it is in `text`. */
export class StreamError extends GigaChatError {
  override readonly name = 'StreamError';
  override readonly kind = 'stream';
  /**
   * `ended-early`: the body ended without its terminator; `connection-lost`: the socket broke;
   * `malformed`: a frame could not be read; `server-error`: the server sent an error in place of an event.
   */
  readonly reason: 'ended-early' | 'connection-lost' | 'malformed' | 'server-error';
  readonly requestId: string | undefined;
  /** The answer's text up to the break. */
  readonly text: string;
  /** The frame that could not be read, cut to 1 000 characters. */
  readonly lastFrame: string | undefined;
  /** The status the server named inside the stream, as 429. */
  readonly status: number | undefined;

  constructor(message: string, options: StreamErrorOptions) {
    super(message, options);
    this.reason = options.reason;
    this.requestId = options.requestId;
    this.text = options.text ?? '';
    this.lastFrame = options.lastFrame;
    this.status = options.status;
  }
}
