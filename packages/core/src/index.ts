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
export { WireChat, type V2WireEvent, type WireAnswer, type WireStream } from './resources/wire-chat.ts';
export { AiCheck, type AiCheckRequest, type AiCheckResult } from './resources/ai-check.ts';
export {
  Assistants,
  type Assistant,
  type AssistantChanges,
  type AssistantCreateRequest,
} from './resources/assistants.ts';
export { Balance, type BalanceEntry } from './resources/balance.ts';
export {
  Batches,
  type Batch,
  type BatchCreateRequest,
  type ChatBatchRequest,
  type CreatedBatch,
  type EmbeddingBatchRequest,
} from './resources/batches.ts';
export type { BatchResult } from './resources/batch-result.ts';
export { Embeddings, type EmbeddingsRequest, type EmbeddingsResult } from './resources/embeddings.ts';
export {
  Files,
  type FileContent,
  type FileDeletion,
  type FileDownload,
  type FileUploadRequest,
  type StoredFile,
} from './resources/files.ts';
export { Filter, type FilterCheckRequest, type FilterCheckResult } from './resources/filter.ts';
export { Functions, type FunctionRemark, type FunctionValidation } from './resources/functions.ts';
export { Images, type ImageRequest, type ImageResult } from './resources/images.ts';
export { Models, type Model } from './resources/models.ts';
export type { PollOptions } from './resources/poll.ts';
export {
  ThreadMessages,
  type ThreadAddition,
  type ThreadAddRequest,
  type ThreadMessage,
  type ThreadMessagesQuery,
  type ThreadRerunRequest,
  type ThreadTarget,
  type ThreadTurnRequest,
} from './resources/thread-messages.ts';
export {
  Threads,
  type Thread,
  type ThreadListQuery,
  type ThreadRun,
  type ThreadRunRequest,
} from './resources/threads.ts';
export { Tokens, type TokenCount, type TokenCountRequest } from './resources/tokens.ts';

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
