import type { JsonSchema } from '../turn/json.ts';
import type { Warning } from '../turn/warning.ts';

export interface LoweredSchema {
  readonly schema: JsonSchema;
  readonly warnings: readonly Warning[];
}

export function lowerSchema(schema: JsonSchema, field: string): LoweredSchema {
  void field;
  return { schema: { type: 'object', ...schema, properties: schema['properties'] ?? {} }, warnings: [] };
}
