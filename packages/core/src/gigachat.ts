import { createEngine } from '#engine';
import { createAttachmentResolver } from './attachments/create-attachment-resolver.ts';
import { createTokenSource } from './auth/create-token-source.ts';
import { withAuthorization } from './auth/with-authorization.ts';
import { createApiContext } from './resources/create-api-context.ts';
import { Chat } from './resources/chat.ts';
import type { ClientContext } from './resources/client-context.ts';
import { AiCheck } from './resources/ai-check.ts';
import { Assistants } from './resources/assistants.ts';
import { Balance } from './resources/balance.ts';
import { Batches } from './resources/batches.ts';
import { Embeddings } from './resources/embeddings.ts';
import { Files } from './resources/files.ts';
import { Filter } from './resources/filter.ts';
import { Functions } from './resources/functions.ts';
import { Images } from './resources/images.ts';
import { Models } from './resources/models.ts';
import { Threads } from './resources/threads.ts';
import { Tokens } from './resources/tokens.ts';
import { WireChat } from './resources/wire-chat.ts';
import { selectDialect } from './wire/select-dialect.ts';
import { resolveSettings } from './resolve-settings.ts';
import type { GigaChatSettings } from './settings.ts';
import { createLifetime, type Lifetime } from './transport/lifetime.ts';
import { eventEmitter } from './transport/event-emitter.ts';
import { raiseForStatus } from './transport/raise-for-status.ts';
import { pipeline, type SendStep } from './transport/send.ts';
import { withConcurrency } from './transport/with-concurrency.ts';
import { withEvents } from './transport/with-events.ts';
import { withHeaders } from './transport/with-headers.ts';
import { withRetry } from './transport/with-retry.ts';
import { withTimeout } from './transport/with-timeout.ts';

/**
 * A client of the GigaChat API: one sign-in, one pool of connections, one queue. Make it once and share it.
 *
 * ```ts
 * const giga = new GigaChat({ credentials: process.env.GIGACHAT_CREDENTIALS });
 * const turn = await giga.chat.generate({ messages: [{ role: 'user', content: 'Привет!' }] });
 * ```
 */
export class GigaChat implements AsyncDisposable {
  readonly aiCheck: AiCheck;
  readonly assistants: Assistants;
  readonly balance: Balance;
  readonly batches: Batches;
  readonly chat: Chat;
  readonly embeddings: Embeddings;
  readonly files: Files;
  readonly filter: Filter;
  readonly functions: Functions;
  readonly images: Images;
  readonly models: Models;
  readonly threads: Threads;
  readonly tokens: Tokens;
  /** What answers where a request names no model. */
  readonly model: string;
  /** Raw JSON of either generation, without translation. */
  readonly wire: WireChat;
  readonly #lifetime: Lifetime;

  /**
   * Every setting is optional and falls back to its environment variable. Nothing is sent until the first call.
   * @throws InvalidRequestError for a setting that cannot be right, naming it.
   */
  constructor(settings: GigaChatSettings = {}) {
    const resolved = resolveSettings(settings);
    const { headers, retry, maxConcurrency, timeoutMs } = resolved;
    const emit = eventEmitter(resolved.onEvent);
    const engine = createEngine(resolved);
    const lifetime = createLifetime(engine);

    const timed: readonly SendStep[] = [withEvents(emit), withTimeout(timeoutMs)];
    const tokens = createTokenSource(resolved, {
      send: pipeline([withHeaders(userAgent), ...timed], engine.send),
      emit,
      closed: lifetime.cut,
    });
    const send = pipeline(
      [
        lifetime.step,
        withHeaders({ ...userAgent, ...headers }),
        withRetry(retry, emit),
        raiseForStatus,
        withConcurrency({ maxConcurrency, timeoutMs, emit }),
        ...(tokens === undefined ? [] : [withAuthorization(tokens)]),
        ...timed,
      ],
      engine.send,
    );

    const context = createApiContext(resolved, send, emit);
    this.#lifetime = lifetime;
    this.model = resolved.model;
    this.balance = new Balance(context);
    this.embeddings = new Embeddings(context);
    this.files = new Files(context, (fileId) => attachments.forget(fileId));
    const attachments = createAttachmentResolver(resolved.attachments, resolved.model, (file, options) =>
      this.files.upload(file, options),
    );
    const files: Pick<ClientContext, 'resolveAttachments' | 'invalidateAttachments'> = {
      resolveAttachments: (request, options) => attachments.resolve(request, options),
      invalidateAttachments: (request) => attachments.invalidate(request),
    };
    // Batches, assistants and threads exist in v1 alone, whatever chat speaks.
    const contextV1: ClientContext = { ...context, ...files, dialect: selectDialect('v1') };
    this.aiCheck = new AiCheck(context);
    this.assistants = new Assistants(context);
    this.batches = new Batches(contextV1);
    this.chat = new Chat({
      ...contextV1,
      dialect: selectDialect(resolved.api),
      defaults: { ...context.defaults, toolResultRole: resolved.toolResultRole },
    });
    this.filter = new Filter(context);
    this.functions = new Functions(context);
    this.images = new Images((request, options) => this.chat.generate(request, options), this.files);
    this.models = new Models(context);
    this.threads = new Threads(contextV1);
    this.tokens = new Tokens(context);
    this.wire = new WireChat(context);
  }

  /**
   * Lets calls in flight end, then drops the connections. What has not ended after `graceMs` is cut and fails;
   * calls made from now on are refused.
   */
  close(options: { readonly graceMs?: number } = {}): Promise<void> {
    return this.#lifetime.close(options.graceMs ?? 10_000);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

const userAgent = { 'user-agent': 'gigakit' };
