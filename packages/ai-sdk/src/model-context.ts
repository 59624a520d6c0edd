import { GigaChat } from '@gigakit/core';
import type { GigaChatProviderSettings } from './gigachat-provider-settings.ts';
import { type PlainSettings, plainSettings } from './plain-settings.ts';

/** What a model of any kind and major holds: no state of any call. */
export interface ModelContext extends ProviderContext {
  readonly modelId: string;
}

/** What the models of one provider share. */
export interface ProviderContext {
  /** The name options and metadata go by: `gigachat`. */
  readonly providerName: string;
  /** The same client for all; made at the first request, so that a missing key is told there and not at import. */
  readonly client: () => GigaChat;
  /** What may be written down to make the model again elsewhere. */
  readonly plainSettings: PlainSettings;
}

export function providerContext(settings: GigaChatProviderSettings): ProviderContext {
  const { client: given, name, ...clientSettings } = settings;
  let client = given;
  return {
    providerName: name ?? 'gigachat',
    client: () => (client ??= new GigaChat({ ...clientSettings, maxRetries: 0 })),
    plainSettings: plainSettings(settings),
  };
}
