import { Hono, type Context } from 'hono';
import { cors } from 'hono/cors';
import { createAccess } from './access/create-access.ts';
import { canonicalPath } from './canonical-path.ts';
import { createBoundedLimiter } from './create-bounded-limiter.ts';
import { createMetrics } from './metrics.ts';
import { openExchange, type OpenExchange } from './open-exchange.ts';
import { ProxyError } from './proxy-error.ts';
import { above0, resolveConfig } from './proxy-config.ts';
import type { OpenAiProxy, OpenAiProxyOptions } from './proxy-options.ts';
import { routes, unsupportedPaths, type Route } from './routes.ts';

/**
 * An OpenAI-compatible server over GigaChat, as a function from Request to Response.
 *
 * ```ts
 * const proxy = createOpenAiProxy({ gigachat: { credentials }, proxyKeys: ['sk-mine'] });
 * const response = await proxy.fetch(request);
 * ```
 *
 * @throws TypeError for an option that cannot be right; InvalidRequestError for a setting of the client.
 */
export function createOpenAiProxy(options: OpenAiProxyOptions = {}): OpenAiProxy {
  const config = resolveConfig(options);
  const metrics = createMetrics();
  const maxQueue = options.maxQueue ?? 100;
  const maxWaitMs = above0('maxQueueWaitMs', options.maxQueueWaitMs, 120_000);
  const access = createAccess(options, (accountId) =>
    createBoundedLimiter({
      maxQueue,
      maxWaitMs,
      shared: options.sharedState?.limiter(accountId),
      onQueue: (change) => metrics.queue(change),
    }),
  );
  const open = new Set<OpenExchange>();
  let isDraining = false;

  const app = new Hono({ getPath: (request) => canonicalPath(request.url) });

  app.use(async (context, next) => {
    checkHost(context.req.raw, options.allowedHosts);
    await next();
  });
  const { corsOrigins = [] } = options;
  if (corsOrigins.length > 0) {
    const exposeHeaders = ['x-request-id', 'x-gigachat-model', 'x-gigakit-warning', 'retry-after'];
    app.use(cors({ origin: [...corsOrigins], exposeHeaders }));
  }

  app.get('/', (context) =>
    context.json({ service: 'gigakit-openai-proxy', version: options.version, base_path: '/v1' }),
  );
  app.get('/health', (context) => context.json({ status: 'ok', version: options.version }));
  app.get('/ready', (context) => {
    const status = isDraining
      ? 'draining'
      : options.sharedState?.isReady() === false
        ? 'no shared state'
        : 'ok';
    return context.json({ status }, status === 'ok' ? 200 : 503);
  });
  if (options.metrics !== false) {
    app.get('/metrics', async (context) =>
      context.body(await metrics.text(), 200, { 'content-type': metrics.contentType }),
    );
  }

  const serve = async (context: Context, route: Route): Promise<Response> => {
    const exchange = openExchange({ request: context.req.raw, route, params: context.req.param(), config });
    open.add(exchange);
    exchange.onEnd((record) => {
      open.delete(exchange);
      metrics.request(record);
      options.onRequest?.(record);
    });
    return exchange.answer(() => {
      if (isDraining) throw shuttingDown();
      return access.admit(context.req.raw.headers);
    });
  };
  for (const route of routes) app.on(route.method, route.path, (context) => serve(context, route));

  for (const [path, methods] of methodsByPath()) {
    app.all(path, ({ req }) => {
      throw new ProxyError(`${req.method} is not for ${req.path}; use ${methods}.`, {
        status: 405,
        code: 'method_not_allowed',
        headers: { allow: methods },
      });
    });
  }
  for (const path of unsupportedPaths) {
    app.all(path, ({ req }) => {
      throw new ProxyError(`${req.path} is not supported: GigaChat has nothing that answers it.`, {
        status: 501,
        type: 'invalid_request_error',
        code: 'not_supported',
        headers: { 'x-should-retry': 'false' },
      });
    });
  }
  app.notFound(({ req }) => {
    throw new ProxyError(`There is no ${req.path} here.`, {
      status: 404,
      type: 'not_found_error',
      code: 'not_found',
    });
  });
  app.onError((error, context) => answerUnrouted(error, context.req.raw));

  return {
    fetch: async (request) => {
      const response = await app.fetch(request);
      if (!response.headers.has('x-request-id')) response.headers.set('x-request-id', crypto.randomUUID());
      return response;
    },
    drain: () => {
      isDraining = true;
    },
    close: async ({ graceMs = 10_000 } = {}) => {
      isDraining = true;
      const timer = setTimeout(() => {
        for (const exchange of open) exchange.abort(shuttingDown());
      }, graceMs);
      await Promise.all([...open].map(({ ended }) => ended));
      clearTimeout(timer);
      await access.close(0);
      await options.sharedState?.close();
    },
  };
}

const shuttingDown = () =>
  new ProxyError('The proxy is shutting down.', {
    status: 503,
    code: 'shutting_down',
    headers: { 'retry-after': '1', connection: 'close' },
  });

function methodsByPath(): ReadonlyMap<string, string> {
  const methods = new Map([
    ['/', 'GET'],
    ['/health', 'GET'],
    ['/ready', 'GET'],
  ]);
  for (const { method, path } of routes) {
    const before = methods.get(path);
    methods.set(path, before === undefined ? method : `${before}, ${method}`);
  }
  return methods;
}

/** A page in a browser can point its own name at a loopback address; its Host header still says that name. */
function checkHost(request: Request, allowedHosts: readonly string[] | undefined): void {
  if (allowedHosts === undefined) return;
  const { hostname } = new URL(request.url);
  if (allowedHosts.includes(hostname)) return;
  throw new ProxyError('This host name is not allowed here; add it to the allowed hosts of the proxy.', {
    status: 403,
    type: 'permission_error',
    code: 'host_not_allowed',
  });
}

/** Errors outside of any route, which no exchange has turned into an answer. */
function answerUnrouted(error: unknown, _request: Request): Response {
  const told =
    error instanceof ProxyError ? error : new ProxyError('The proxy failed.', { status: 500, cause: error });
  return Response.json(told.body, { status: told.status, headers: told.headers });
}
