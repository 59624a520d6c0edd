import type { JsonObject } from '../../turn/json.ts';

/** One schema inside the wire's subset; see `lowerSchema` for what that is. */
export interface LoweredNode {
  readonly schema: JsonObject;
  /** `null` was among its values; the subset has no word for that. */
  readonly isNullable: boolean;
  /** It said nothing about the value: any JSON would do. */
  readonly isAny: boolean;
}

/** Where a loss is told: at a path inside the schema. */
export interface LossReport {
  (path: string, message: string): void;
}

export const anyNode: LoweredNode = { schema: {}, isNullable: false, isAny: true };

/** Own keys only: a schema may describe a property called `constructor`. */
export function own(object: JsonObject, key: string): JsonObject[string] {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** `undefined` for a node that takes anything, or nothing but `null`. */
export function typeOfSchema(schema: JsonObject): string | undefined {
  const type = own(schema, 'type');
  return typeof type === 'string' ? type : undefined;
}

export function withDescription(schema: JsonObject, notes: readonly string[]): JsonObject {
  if (notes.length === 0) return schema;
  const said = own(schema, 'description');
  const description = typeof said === 'string' && said !== '' ? [said, ...notes] : notes;
  return { ...schema, description: description.join(' ') };
}
