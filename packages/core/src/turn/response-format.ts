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
}

/** Only the v2 API knows it. */
export interface RegexFormat {
  readonly type: 'regex';
  readonly pattern: string;
}
