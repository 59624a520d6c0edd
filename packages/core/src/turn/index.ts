export type { CarryOver } from './carry-over.ts';
export type {
  ContentPart,
  FileData,
  FilePart,
  InlineFilePart,
  ReasoningPart,
  RemoteFilePart,
  StoredFilePart,
  TextPart,
  ToolCallPart,
  ToolResultPart,
} from './content-part.ts';
export type { Finish, FinishReason } from './finish.ts';
export type { GeneratedFile } from './generated-file.ts';
export type { JsonObject, JsonSchema, JsonValue } from './json.ts';
export type { AssistantMessage, Message, SystemMessage, ToolMessage, UserMessage } from './message.ts';
export { messageText } from './message-text.ts';
export type { ChatModelId, EmbeddingModelId } from './model-id.ts';
export type { JsonSchemaFormat, RegexFormat, ResponseFormat, TextFormat } from './response-format.ts';
export type { Source } from './source.ts';
export type {
  BuiltInTool,
  BuiltInToolName,
  CodeInterpreterTool,
  ForcedTool,
  FunctionExample,
  FunctionTool,
  ImageGenerationTool,
  Model3dTool,
  Tool,
  ToolChoice,
  UrlExtractionTool,
  WebSearchTool,
} from './tool.ts';
export { trimHistoryByMessages, trimHistoryByTokens, type TokenCounter } from './trim-history.ts';
export type { TurnDelta } from './turn-delta.ts';
export type { TurnEvent } from './turn-event.ts';
export type { ContentFilter, Ranker, Storage, TurnRequest } from './turn-request.ts';
export type { TurnResult } from './turn-result.ts';
export type { TurnStream } from './turn-stream.ts';
export type { Usage } from './usage.ts';
export type { Warning } from './warning.ts';
