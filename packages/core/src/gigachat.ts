import { createEngine } from '#engine';
import { lazyAttachments } from './attachments/lazy-attachments.ts';
import { createTokenSource } from './auth/create-token-source.ts';
import { withAuthorization } from './auth/with-authorization.ts';
import { createApiContext } from './resources/create-api-context.ts';
import type { Chat } from './resources/chat.ts';
import type { ClientContext } from './resources/client-context.ts';
import type { AiCheck } from './resources/ai-check.ts';
import type { Assistants } from './resources/assistants.ts';
import type { Balance } from './resources/balance.ts';
import type { Batches } from './resources/batches.ts';
import type { Embeddings } from './resources/embeddings.ts';
import type { Files } from './resources/files.ts';
import type { Filter } from './resources/filter.ts';
import type { Functions } from './resources/functions.ts';
import type { Images } from './resources/images.ts';
import { lazyResource } from './resources/lazy-resource.ts';
import type { Models } from './resources/models.ts';
import type { Threads } from './resources/threads.ts';
import type { Tokens } from './resources/tokens.ts';
import type { WireChat } from './resources/wire-chat.ts';
import { loadDialect } from './wire/load-dialect.ts';
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
    const { headers, retry, maxConcurrency, limiter, timeoutMs } = resolved;
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
        withConcurrency({ maxConcurrency, limiter, timeoutMs, emit }),
        ...(tokens === undefined ? [] : [withAuthorization(tokens)]),
        ...timed,
      ],
      engine.send,
    );

    const context = createApiContext(resolved, send, emit);
    this.#lifetime = lifetime;
    this.model = resolved.model;
    const attachments = lazyAttachments(async () => {
      const { createAttachmentResolver } = await import('./attachments/create-attachment-resolver.ts');
      return createAttachmentResolver(resolved.attachments, resolved.model, (file, options) =>
        this.files.upload(file, options),
      );
    });
    const turnContext = async (api: 'v1' | 'v2'): Promise<ClientContext> => ({
      ...context,
      dialect: await loadDialect(api),
      resolveAttachments: (request, options) => attachments.resolve(request, options),
      invalidateAttachments: (request) => attachments.invalidate(request),
    });

    // Each room is loaded by the first call to it. Batches, assistants and threads exist in v1 alone, whatever chat speaks.
    this.aiCheck = lazyResource(async () => new (await import('./resources/ai-check.ts')).AiCheck(context), {
      create: true,
    });
    this.assistants = lazyResource(
      async () => new (await import('./resources/assistants.ts')).Assistants(context),
      { list: true, retrieve: true, create: true, modify: true, delete: true, deleteFile: true },
    );
    this.balance = lazyResource(async () => new (await import('./resources/balance.ts')).Balance(context), {
      retrieve: true,
    });
    const loadBatches = async () =>
      new (await import('./resources/batches.ts')).Batches(await turnContext('v1'));
    this.batches = lazyResource(loadBatches, {
      create: true,
      retrieve: true,
      list: true,
      wait: true,
      async *results(batch, options) {
        yield* (await loadBatches()).results(batch, options);
      },
    });
    this.chat = lazyResource(
      async () =>
        new (await import('./resources/chat.ts')).Chat({
          ...(await turnContext(resolved.api)),
          defaults: { ...context.defaults, toolResultRole: resolved.toolResultRole },
        }),
      { generate: true, stream: true },
    );
    this.embeddings = lazyResource(
      async () => new (await import('./resources/embeddings.ts')).Embeddings(context),
      { create: true },
    );
    this.files = lazyResource(
      async () =>
        new (await import('./resources/files.ts')).Files(context, (fileId) => attachments.forget(fileId)),
      { upload: true, list: true, retrieve: true, delete: true, download: true, downloadStream: true },
    );
    this.filter = lazyResource(async () => new (await import('./resources/filter.ts')).Filter(context), {
      check: true,
    });
    this.functions = lazyResource(
      async () => new (await import('./resources/functions.ts')).Functions(context),
      { validate: true, convert: true },
    );
    this.images = lazyResource(
      async () =>
        new (await import('./resources/images.ts')).Images(
          (request, options) => this.chat.generate(request, options),
          this.files,
        ),
      { generate: true, download: true },
    );
    this.models = lazyResource(async () => new (await import('./resources/models.ts')).Models(context), {
      list: true,
      retrieve: true,
    });
    const loadThreads = async () =>
      new (await import('./resources/threads.ts')).Threads(await turnContext('v1'));
    this.threads = lazyResource(loadThreads, {
      list: true,
      create: true,
      retrieve: true,
      retrieveMany: true,
      delete: true,
      run: true,
      stream: true,
      retrieveRun: true,
      waitForRun: true,
      messages: lazyResource(async () => (await loadThreads()).messages, {
        list: true,
        add: true,
        run: true,
        stream: true,
        rerun: true,
        rerunStream: true,
      }),
    });
    this.tokens = lazyResource(async () => new (await import('./resources/tokens.ts')).Tokens(context), {
      count: true,
    });
    this.wire = lazyResource(async () => new (await import('./resources/wire-chat.ts')).WireChat(context), {
      generateV1: true,
      generateV2: true,
      streamV1: true,
      streamV2: true,
    });
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
