import { GigaChat, type ConcurrencyLimiter, type GigaChatSettings } from '@gigakit/core';
import type { OpenAiProxyOptions } from '../proxy-options.ts';
import { above0 } from '../proxy-config.ts';
import { accountId, createAccountPool, type AccountLease } from './account-pool.ts';
import type { Account } from './account.ts';
import { readCallerKey } from './caller-key.ts';
import { hasServerKey, serverKeyOf } from './has-server-key.ts';
import { createKeyCheck } from './proxy-keys.ts';

export interface Access {
  readonly mode: 'server' | 'passthrough';
  /** Whose account a request is charged to. @throws ProxyError 401 for a caller without a key that fits. */
  admit(headers: Headers): AccountLease;
  close(graceMs: number): Promise<void>;
}

/** Decides once whose key pays. In one mode the keys of the other are not even read. */
export function createAccess(
  options: OpenAiProxyOptions,
  createLimiter: (accountId: string) => ConcurrencyLimiter,
): Access {
  const { gigachat = {}, client, proxyKeys = [], sharedState } = options;
  const mode = modeOf(options);
  const shared = (id: string): Partial<GigaChatSettings> => ({
    limiter: createLimiter(id),
    ...(sharedState === undefined ? {} : { tokenStore: sharedState.tokenStore }),
  });

  if (mode === 'passthrough') {
    if (proxyKeys.length > 0) {
      throw new TypeError(
        '`proxyKeys` guard the key of the server; in passthrough mode callers bring their own. Leave one of the two out.',
      );
    }
    const pool = createAccountPool({
      settings: withoutCredentials(gigachat),
      maxClients: above0('maxClients', options.maxClients, 200),
      settingsOf: shared,
    });
    return {
      mode,
      admit: (headers) => pool.lease(readCallerKey(headers)),
      close: (graceMs) => pool.close(graceMs),
    };
  }

  const checkKey = createKeyCheck(proxyKeys);
  const own =
    client ??
    new GigaChat({ ...shared(accountId({ credentials: serverKeyOf(gigachat) }, gigachat)), ...gigachat });
  const account: Account = { client: own, keyOwner: 'server', models: undefined };
  return {
    mode,
    admit: (headers) => {
      checkKey(headers);
      return { account, release: () => {} };
    },
    close: async (graceMs) => {
      if (client === undefined) await own.close({ graceMs });
    },
  };
}

function modeOf({ credentialMode = 'auto', client, gigachat }: OpenAiProxyOptions): Access['mode'] {
  if (credentialMode !== 'auto') return credentialMode;
  return client !== undefined || hasServerKey(gigachat ?? {}) ? 'server' : 'passthrough';
}

function withoutCredentials(settings: GigaChatSettings): GigaChatSettings {
  const { credentials, clientId, clientSecret, accessToken, user, password, ...rest } = settings;
  return rest;
}
