import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { createOpenAiProxy } from '../create-openai-proxy.ts';
import { hasServerKey } from '../access/has-server-key.ts';
import type { OpenAiProxyOptions } from '../proxy-options.ts';
import { createRedisState } from '../shared-state/create-redis-state.ts';

export interface StartOpenAiProxyOptions extends OpenAiProxyOptions {
  /** 8080 by default; 0 picks a free one. */
  readonly port?: number | undefined;
  /** `127.0.0.1` by default. */
  readonly host?: string | undefined;
  /** Lets anybody who reaches the address spend the server's own key. `false` by default. */
  readonly allowUnauthenticated?: boolean | undefined;
  /** `redis://` or `rediss://` address of what replicas share: tokens and places. Each for itself without it. */
  readonly redisUrl?: string | undefined;
}

export interface RunningOpenAiProxy {
  /** `http://127.0.0.1:8080`. */
  readonly url: string;
  /** The same with `/v1`, as OpenAI clients want it. */
  readonly baseUrl: string;
  readonly port: number;
  /** Takes no more requests, lets open answers end for `graceMs` (10 000 by default), then breaks them off. */
  close(options?: { readonly graceMs?: number }): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]', 'host.docker.internal'];

/**
 * Starts the proxy on a socket, `http://127.0.0.1:8080` by default.
 * @throws TypeError when it would listen beyond this machine with a key that nobody guards.
 */
export async function startOpenAiProxy(options: StartOpenAiProxyOptions = {}): Promise<RunningOpenAiProxy> {
  const { host = '127.0.0.1', port = 8080, redisUrl, ...rest } = options;
  const isLocal = isLoopback(host);
  if (!isLocal) refuseUnguarded(options, host);

  const sharedState =
    options.sharedState ?? (redisUrl === undefined ? undefined : await createRedisState({ url: redisUrl }));
  const proxy = createOpenAiProxy({
    remoteImages: isLocal ? 'public' : 'off',
    version: readVersion(),
    ...rest,
    sharedState,
    allowedHosts: options.allowedHosts ?? (isLocal ? loopbackNames : undefined),
  });
  const server = createAdaptorServer({
    fetch: (request: Request) => proxy.fetch(request),
    // Whoever sends a body drop by drop holds a connection no longer than this.
    serverOptions: { requestTimeout: 120_000, headersTimeout: 30_000 },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  }).catch(async (error: unknown) => {
    await proxy.close({ graceMs: 0 });
    throw error;
  });

  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
  let closing: Promise<void> | undefined;
  const shutDown = async (graceMs: number) => {
    proxy.drain();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await proxy.close({ graceMs });
    server.closeIdleConnections();
    // Connections whose last bytes are still on their way get a moment; then they go.
    const timer = setTimeout(() => server.closeAllConnections(), 500);
    await closed;
    clearTimeout(timer);
  };
  const close: RunningOpenAiProxy['close'] = ({ graceMs = 10_000 } = {}) => (closing ??= shutDown(graceMs));
  return { url, baseUrl: `${url}/v1`, port: boundPort, close, [Symbol.asyncDispose]: () => close() };
}

function refuseUnguarded(options: StartOpenAiProxyOptions, host: string): void {
  const {
    proxyKeys = [],
    allowUnauthenticated = false,
    credentialMode = 'auto',
    client,
    gigachat = {},
  } = options;
  const usesServerKey =
    credentialMode === 'server' ||
    (credentialMode === 'auto' && (client !== undefined || hasServerKey(gigachat)));
  if (!usesServerKey || proxyKeys.length > 0 || allowUnauthenticated) return;
  throw new TypeError(
    `Listening on ${host} would let anybody who reaches it spend your GigaChat key. Set a proxy key (proxyKeys, ` +
      'GIGAKIT_PROXY_KEY), let callers bring their own key (credentialMode: "passthrough"), or say allowUnauthenticated.',
  );
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { readonly version: string };
  return version;
}
