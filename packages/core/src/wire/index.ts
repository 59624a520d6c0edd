export { encodeSse } from '../sse/encode-sse.ts';
export type { SseMessage } from '../sse/sse-message.ts';
export type {
  V1AssistantMessage,
  V1ChatRequest,
  V1ForcedFunction,
  V1Function,
  V1FunctionMessage,
  V1RequestMessage,
  V1ResponseFormat,
  V1Storage,
} from './v1/v1-request.ts';
export type {
  V1ChatChunk,
  V1ChatResponse,
  V1Choice,
  V1ChunkChoice,
  V1FinishReason,
  V1ResponseMessage,
  V1Usage,
} from './v1/v1-response.ts';
