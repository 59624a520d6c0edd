import { InvalidRequestError } from './errors/index.ts';
import { readEnvironment, type Environment } from './read-environment.ts';
import { resolveCredential } from './resolve-credential.ts';
import type { Credential, ResolvedRetry, ResolvedSettings } from './resolved-settings.ts';
import { resolveProxy } from './resolve-proxy.ts';
import { resolveTls } from './resolve-tls.ts';
import { readNumber, readOneOf, readText, readUrl, type Origin } from './setting-readers.ts';
import type { GigaChatScope, GigaChatSettings } from './settings.ts';
import { v2UrlOf } from './v2-url-of.ts';

/**
 * Settles what a client was told: an explicit setting, else the environment, else the default. A field that is
 * `undefined` counts as left out.
 * @throws InvalidRequestError that names the setting or the variable, and what it should be.
 */
export function resolveSettings(
  settings: GigaChatSettings = {},
  environment: Environment = readEnvironment,
): ResolvedSettings {
  const read = <T>(
    field: string,
    given: unknown,
    variable: string,
    reader: (value: unknown, origin: Origin) => T,
  ) => {
    if (given !== undefined) return reader(given, { field, variable: undefined });
    const value = environment(variable);
    return value === undefined ? undefined : reader(value, { field, variable });
  };

  const tls = resolveTls(settings.tls, environment);
  const credential = resolveCredential(settings, tls, environment);
  const scope = read('scope', settings.scope, 'GIGACHAT_SCOPE', readText) ?? 'GIGACHAT_API_PERS';
  const baseUrl =
    read('baseUrl', settings.baseUrl, 'GIGACHAT_BASE_URL', readUrl) ?? 'https://api.giga.chat/v1';
  checkFetch(settings);

  return {
    credential,
    scope,
    model: read('model', settings.model, 'GIGACHAT_MODEL', readText) ?? 'GigaChat-2',
    api:
      read('api', settings.api, 'GIGACHAT_API', (value, origin) => readOneOf(value, origin, ['v1', 'v2'])) ??
      'v1',
    baseUrl,
    baseUrlV2: read('baseUrlV2', settings.baseUrlV2, 'GIGACHAT_BASE_URL_V2', readUrl) ?? v2UrlOf(baseUrl),
    authUrl:
      read('authUrl', settings.authUrl, 'GIGACHAT_AUTH_URL', readUrl) ??
      'https://ngw.devices.sberbank.ru:9443/api/v2/oauth',
    tls,
    proxy: resolveProxy(settings.proxy, environment),
    timeoutMs:
      settings.timeoutMs === undefined
        ? (read('timeoutMs', undefined, 'GIGACHAT_TIMEOUT', (value, origin) =>
            Math.round(1000 * readNumber(value, origin, { above: 0 })),
          ) ?? 120_000)
        : readNumber(settings.timeoutMs, { field: 'timeoutMs', variable: undefined }, { above: 0 }),
    retry: resolveRetry(settings, read),
    maxConcurrency:
      read('maxConcurrency', settings.maxConcurrency, 'GIGACHAT_MAX_CONCURRENCY', (value, origin) =>
        readNumber(value, origin, { atLeast: 1, whole: true }),
      ) ?? defaultConcurrency(credential, scope),
    limiter: settings.limiter,
    tokenStore: settings.tokenStore,
    fetch: settings.fetch,
    headers: readHeaders(settings.headers),
    sessionId: settings.sessionId,
    profanityCheck: settings.profanityCheck,
    toolResultRole:
      settings.toolResultRole === undefined
        ? undefined
        : readOneOf(settings.toolResultRole, { field: 'toolResultRole', variable: undefined }, [
            'tool',
            'function',
          ]),
    attachments: settings.attachments ?? {},
    onEvent: settings.onEvent,
  };
}

type Read = <T>(
  field: string,
  given: unknown,
  variable: string,
  reader: (value: unknown, origin: Origin) => T,
) => T | undefined;

function resolveRetry(settings: GigaChatSettings, read: Read): ResolvedRetry {
  const { retry = {}, maxRetries } = settings;
  const delay = (field: string, value: number | undefined, fallback: number) =>
    value === undefined ? fallback : readNumber(value, { field, variable: undefined }, { atLeast: 0 });
  return {
    maxRetries:
      read('maxRetries', retry.maxRetries ?? maxRetries, 'GIGACHAT_MAX_RETRIES', (value, origin) =>
        readNumber(value, origin, { atLeast: 0, whole: true }),
      ) ?? 2,
    initialDelayMs: delay('retry.initialDelayMs', retry.initialDelayMs, 1000),
    maxDelayMs: delay('retry.maxDelayMs', retry.maxDelayMs, 30_000),
    isRetryable: retry.isRetryable,
    delayMs: retry.delayMs,
  };
}

/** The tariffs' own limits. Passwords and certificates belong to companies. */
function defaultConcurrency(credential: Credential, scope: GigaChatScope): number {
  if (credential.kind === 'password' || credential.kind === 'certificate') return 10;
  return scope === 'GIGACHAT_API_B2B' || scope === 'GIGACHAT_API_CORP' ? 10 : 1;
}

function readHeaders(headers: GigaChatSettings['headers'] = {}): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]) => {
    if (typeof value !== 'string' || /[\r\n\0]/.test(value)) {
      throw new InvalidRequestError(`\`headers\`: the value of ${name} must be one line of text.`, {
        field: `headers.${name}`,
      });
    }
    return [name.toLowerCase(), value];
  });
  return Object.fromEntries(entries);
}

/** `fetch` does its own TLS and proxying, so asking for both would silently lose one. */
function checkFetch(settings: GigaChatSettings): void {
  if (settings.fetch === undefined) return;
  if (typeof settings.fetch !== 'function') {
    throw new InvalidRequestError('`fetch` must be a function like the global one.', { field: 'fetch' });
  }
  for (const field of ['tls', 'proxy'] as const) {
    if (settings[field] === undefined || settings[field] === false) continue;
    throw new InvalidRequestError(
      `\`${field}\` has no effect beside \`fetch\`, which makes its own connections.`,
      {
        field,
        hint: `leave out \`${field}\`, or leave out \`fetch\``,
      },
    );
  }
}
