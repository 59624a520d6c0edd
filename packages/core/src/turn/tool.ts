import type { JsonObject, JsonSchema } from './json.ts';

/** Something the model may use, told apart by `type`: a function of yours, or a tool that runs on the server. */
export type Tool = FunctionTool | BuiltInTool;

export interface FunctionTool {
  readonly type: 'function';
  /** Any name: what the wire's alphabet (Latin letters, digits, `_`, `-`, `.`) lacks is mapped there and back. */
  readonly name: string;
  readonly description?: string;
  /** JSON Schema of the arguments. An object without properties when left out. */
  readonly parameters?: JsonSchema;
  readonly returnParameters?: JsonSchema;
  /** Sample requests with the arguments they should lead to; they help the model a great deal. */
  readonly examples?: readonly FunctionExample[];
}

export interface FunctionExample {
  readonly request: string;
  readonly params: JsonObject;
}

/** Tools that GigaChat runs itself within one request. Which of them an account may use depends on its tariff. */
export type BuiltInTool =
  | WebSearchTool
  | UrlExtractionTool
  | ImageGenerationTool
  | CodeInterpreterTool
  | Model3dTool;

export type BuiltInToolName = BuiltInTool['type'];

interface BuiltInToolBase {
  /** Extra configuration, merged into the tool's wire object as it is (v2). */
  readonly options?: JsonObject;
}

export interface WebSearchTool extends BuiltInToolBase {
  readonly type: 'web-search';
  /** Sent as `web_search.type`. */
  readonly searchType?: 'web_search' | 'actual_info_web_search' | 'safe_search' | (string & {});
  readonly indexes?: readonly string[];
  readonly flags?: readonly string[];
}

export interface UrlExtractionTool extends BuiltInToolBase {
  readonly type: 'url-extraction';
}

export interface ImageGenerationTool extends BuiltInToolBase {
  readonly type: 'image-generation';
}

export interface CodeInterpreterTool extends BuiltInToolBase {
  readonly type: 'code-interpreter';
}

export interface Model3dTool extends BuiltInToolBase {
  readonly type: 'model-3d';
}

/**
 * Whether the model must, may or must not call. `required` has no word on the wire: with one tool it
 * becomes that tool forced by name, with several it becomes `auto` with a warning.
 * `name` is a function's name or a built-in's `type`.
 */
export type ToolChoice = 'auto' | 'none' | 'required' | ForcedTool;

export interface ForcedTool {
  readonly name: string;
  /** Arguments the caller fixes; the model fills in the rest (v1). */
  readonly partialArguments?: JsonObject;
}
