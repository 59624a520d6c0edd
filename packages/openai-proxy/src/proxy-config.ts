import type { FetchRemoteOptions, RemoteFilePolicy } from '@gigakit/core';
import type { OpenAiProxyOptions, RemoteImages } from './proxy-options.ts';

/** Options after defaults and checks, as handlers read them. */
export interface ProxyConfig {
  readonly modelAliases: ReadonlyMap<string, string>;
  readonly remoteImages: RemoteFilePolicy;
  readonly openRemoteEngine: FetchRemoteOptions['openEngine'];
  readonly maxBodyBytes: number;
  readonly maxUploadBytes: number;
  readonly pingMs: number;
}

const mebibyte = 1024 * 1024;
const mostImageBytes = 15 * mebibyte;

/** @throws TypeError for an option that cannot be right, naming it. */
export function resolveConfig(options: OpenAiProxyOptions): ProxyConfig {
  return {
    modelAliases: new Map(Object.entries(options.modelAliases ?? {})),
    remoteImages: { remote: toRemote(options.remoteImages ?? 'off'), maxBytes: mostImageBytes },
    openRemoteEngine: options.openRemoteEngine,
    maxBodyBytes: above0('maxBodyBytes', options.maxBodyBytes, 24 * mebibyte),
    maxUploadBytes: above0('maxUploadBytes', options.maxUploadBytes, 45 * mebibyte),
    pingMs: above0('pingMs', options.pingMs, 15_000),
  };
}

/** @throws TypeError unless the number is above 0. */
export function above0(name: string, value: number | undefined, fallback: number): number {
  const number = value ?? fallback;
  if (Number.isFinite(number) && number > 0) return number;
  throw new TypeError(`\`${name}\` is ${number}; it must be a number above 0.`);
}

function toRemote(mode: RemoteImages): RemoteFilePolicy['remote'] {
  if (typeof mode === 'string') return mode;
  const hosts = mode.allow.map((host) => host.toLowerCase());
  return ({ hostname }) =>
    hosts.some((host) => (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host));
}
