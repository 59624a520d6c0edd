import type { JsonObject, JsonValue } from '../../turn/json.ts';
import { withDescription, type LoweredNode } from './lowered-schema.ts';

/** `enum` and `const`: texts stay a list; other values keep their type and become a remark, since the wire lists texts only. */
export function lowerEnum(values: readonly JsonValue[], type: string | undefined): LoweredNode {
  const isNullable = values.includes(null);
  const rest = values.filter((value) => value !== null);
  if (rest.length === 0) return { schema: {}, isNullable, isAny: false };
  if (rest.every((value) => typeof value === 'string')) {
    return { schema: { type: 'string', enum: [...new Set(rest)] }, isNullable, isAny: false };
  }
  const types = new Set(rest.map((value) => type ?? typeOf(value)));
  const [only] = types;
  const lowered: JsonObject = { type: types.size === 1 && only !== undefined ? only : 'string' };
  const list = rest.map((value) => JSON.stringify(value)).join(', ');
  // A boolean that may be either is just a boolean.
  const isFree = lowered['type'] === 'boolean' && rest.includes(true) && rest.includes(false);
  const note = rest.length === 1 ? `Always ${list}.` : `One of: ${list}.`;
  return {
    schema: complete(isFree ? lowered : withDescription(lowered, [note])),
    isNullable,
    isAny: false,
  };
}

function typeOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** An enumerated object or list still owes what every object and list owes. */
function complete(schema: JsonObject): JsonObject {
  if (schema['type'] === 'object') return { ...schema, properties: {} };
  if (schema['type'] === 'array') return { ...schema, items: { type: 'string' } };
  return schema;
}
