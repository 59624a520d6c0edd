export { GigaChat } from './gigachat.ts';
export type { CallOptions } from './call-options.ts';
export type {
  AttachmentSettings,
  ClientEvent,
  ConcurrencyLimiter,
  GigaChatScope,
  GigaChatSettings,
  RetrySettings,
  Secret,
  TlsSettings,
  TokenStore,
} from './settings.ts';

export * from './turn/index.ts';
export * from './errors/index.ts';

export type { Chat } from './resources/chat.ts';
export type { WireChat, V2WireEvent, WireAnswer, WireStream } from './resources/wire-chat.ts';
export type { AiCheck, AiCheckRequest, AiCheckResult } from './resources/ai-check.ts';
export type {
  Assistants,
  Assistant,
  AssistantChanges,
  AssistantCreateRequest,
} from './resources/assistants.ts';
export type { Balance, BalanceEntry } from './resources/balance.ts';
export type {
  Batches,
  Batch,
  BatchCreateRequest,
  ChatBatchRequest,
  CreatedBatch,
  EmbeddingBatchRequest,
} from './resources/batches.ts';
export type { BatchResult } from './resources/batch-result.ts';
export type { Embeddings, EmbeddingsRequest, EmbeddingsResult } from './resources/embeddings.ts';
export type {
  Files,
  FileContent,
  FileDeletion,
  FileDownload,
  FileUploadRequest,
  StoredFile,
} from './resources/files.ts';
export type { Filter, FilterCheckRequest, FilterCheckResult } from './resources/filter.ts';
export type { Functions, FunctionRemark, FunctionValidation } from './resources/functions.ts';
export type { Images, ImageRequest, ImageResult } from './resources/images.ts';
export type { Models, Model } from './resources/models.ts';
export type { PollOptions } from './resources/poll.ts';
export type {
  ThreadMessages,
  ThreadAddition,
  ThreadAddRequest,
  ThreadMessage,
  ThreadMessagesQuery,
  ThreadRerunRequest,
  ThreadTarget,
  ThreadTurnRequest,
} from './resources/thread-messages.ts';
export type { Threads, Thread, ThreadListQuery, ThreadRun, ThreadRunRequest } from './resources/threads.ts';
export type { Tokens, TokenCount, TokenCountRequest } from './resources/tokens.ts';

export {
  chatModels,
  embeddingModels,
  type ChatModelInfo,
  type EmbeddingModelInfo,
  type KnownChatModelId,
  type KnownEmbeddingModelId,
  type ModelInfo,
} from './models/model-catalogue.ts';
export {
  baseModelId,
  findChatModel,
  findEmbeddingModel,
  findModel,
  isChatModel,
  isEmbeddingModel,
  supportsVision,
} from './models/find-model.ts';

export {
  fetchRemoteFile,
  type FetchRemoteOptions,
  type RemoteFile,
  type RemoteFilePolicy,
} from './attachments/fetch-remote-file.ts';
export type {
  OpenRemoteEngine,
  RemoteEngine,
  RemoteFetch,
  RemoteResponse,
} from './attachments/remote-engine.ts';
export { isPublicAddress } from './attachments/public-address.ts';
export { mediaTypeOfFilename } from './attachments/media-types.ts';
export { sniffMediaType } from './attachments/sniff-media-type.ts';
