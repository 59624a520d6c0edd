import type { JsonSchema } from './json.ts';

/** The shape the answer's text must have. */
export type ResponseFormat = TextFormat | JsonSchemaFormat | RegexFormat;

export interface TextFormat {
  readonly type: 'text';
}

export interface JsonSchemaFormat {
  readonly type: 'json-schema';
  readonly schema: JsonSchema;
  /** Asks the server to keep to the schema exactly; it is best effort there, so validate. */
  readonly strict?: boolean;
  /**
   * How to ask for it. `native` (the default) uses the API's own field. `function` forces one function whose parameters are the
   * schema, for models that do not know that field; other tools cannot be called in that turn.
   */
  readonly via?: 'native' | 'function';
}

/** Only the v2 API knows it. */
export interface RegexFormat {
  readonly type: 'regex';
  readonly pattern: string;
}
