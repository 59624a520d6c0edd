import type { OpenEntry } from './journal.ts';
import type { AnswerReply } from './reply.ts';
import type { IssuedToken } from './state/token-registry.ts';
import type { World } from './world.ts';

/** One request while it is being answered: what every endpoint is given. */
export interface Exchange {
  readonly world: World;
  readonly request: Request;
  readonly url: URL;
  readonly entry: OpenEntry;
  /** Echoed, or minted where the caller named none. */
  readonly requestId: string;
  readonly sessionId: string;
  /** `X-Client-ID`. */
  readonly clientId: string | undefined;
  /** Whose token came with the request; undefined where the endpoint asks for none. */
  readonly token: IssuedToken | undefined;
  /** The scripted answer for this request, if any; taking it out of the queue is `use`'s business. */
  readonly script: { readonly reply: AnswerReply; readonly use: () => void } | undefined;
  /** Aborted when the client leaves before the answer is whole. */
  readonly departed: AbortSignal;
}
