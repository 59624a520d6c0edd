import type { GigaChatProviderSettings } from './gigachat-provider-settings.ts';

const plainNames = [
  'name',
  'scope',
  'api',
  'baseUrl',
  'baseUrlV2',
  'authUrl',
  'timeoutMs',
  'maxConcurrency',
  'sessionId',
  'profanityCheck',
] as const satisfies readonly (keyof GigaChatProviderSettings)[];

/** Settings that are plain JSON and no secret, nor may hold one: what may be written down and read back. */
export type PlainSettings = Pick<GigaChatProviderSettings, (typeof plainNames)[number]>;

/** Everything else (keys, headers, TLS, proxy, functions) comes from the environment where it is read back. */
export function plainSettings(settings: GigaChatProviderSettings): PlainSettings {
  const given = plainNames.filter((name) => settings[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, settings[name]]));
}
