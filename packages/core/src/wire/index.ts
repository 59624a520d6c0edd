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
export type {
  V2ChatRequest,
  V2File,
  V2FilterConfig,
  V2ModelOptions,
  V2RequestMessage,
  V2RequestPart,
  V2ResponseFormat,
  V2Tool,
  V2ToolConfig,
  V2WebSearch,
} from './v2/v2-request.ts';
export type {
  V2ChatChunk,
  V2ChatResponse,
  V2EventName,
  V2FinishReason,
  V2InlineData,
  V2ResponseMessage,
  V2ResponsePart,
  V2ToolExecution,
  V2Usage,
} from './v2/v2-response.ts';
