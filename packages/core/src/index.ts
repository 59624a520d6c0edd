export { GigaChat } from './gigachat.ts';
export type { CallOptions } from './call-options.ts';
export type {
  AttachmentSettings,
  ClientEvent,
  GigaChatScope,
  GigaChatSettings,
  RetrySettings,
  Secret,
  TlsSettings,
  TokenStore,
} from './settings.ts';

export * from './turn/index.ts';
export * from './errors/index.ts';

export { Chat } from './resources/chat.ts';
export { Balance } from './resources/balance.ts';
export { Embeddings, type EmbeddingsRequest, type EmbeddingsResult } from './resources/embeddings.ts';
export { Models, type Model } from './resources/models.ts';
export { Tokens } from './resources/tokens.ts';
