import { isJsonObject } from '../../turn/is-json-object.ts';
import type { JsonObject, JsonValue } from '../../turn/json.ts';
import { own, typeOfSchema, withDescription, type LoweredNode, type LossReport } from './lowered-schema.ts';
import { propertiesOf, requiredOf } from './unify-schemas.ts';

/** One schema for what all of several demand: the way `allOf`, and keywords beside a `$ref`, reach the wire. */
export function intersectNodes(nodes: readonly LoweredNode[], path: string, loss: LossReport): LoweredNode {
  const telling = nodes.filter((node) => !node.isAny);
  const isNullable = telling.length > 0 && telling.every((node) => node.isNullable);
  const [first, ...rest] = telling
    .map((node) => node.schema)
    .filter((schema) => typeOfSchema(schema) !== undefined);
  if (first === undefined) return { schema: {}, isNullable, isAny: telling.length === 0 };
  return {
    schema: rest.reduce((all, one) => intersect(all, one, path, loss), first),
    isNullable,
    isAny: false,
  };
}

function intersect(first: JsonObject, second: JsonObject, path: string, loss: LossReport): JsonObject {
  const types = [typeOfSchema(first) ?? 'string', typeOfSchema(second) ?? 'string'] as const;
  const descriptions = [own(first, 'description'), own(second, 'description')];
  const description = descriptions.find((text) => typeof text === 'string' && text !== '');
  const merged: JsonObject = { ...second, ...first, ...(description !== undefined && { description }) };
  if (types[0] !== types[1]) {
    if (types.every((type) => type === 'number' || type === 'integer')) return { ...merged, type: 'integer' };
    loss(path, `demands for ${types[0]} and ${types[1]} at once became the first`);
    return first;
  }
  switch (types[0]) {
    case 'object': {
      const properties = new Map<string, JsonObject>(propertiesOf(first));
      for (const [name, property] of propertiesOf(second)) {
        const known = properties.get(name);
        properties.set(
          name,
          known === undefined ? property : intersect(known, property, `${path}.${name}`, loss),
        );
      }
      const required = new Set([...requiredOf(first), ...requiredOf(second)]);
      return {
        ...merged,
        properties: Object.fromEntries(properties),
        ...(required.size > 0 && { required: [...required] }),
      };
    }
    case 'array': {
      const [items, others] = [own(first, 'items'), own(second, 'items')];
      return isJsonObject(items) && isJsonObject(others)
        ? { ...merged, items: intersect(items, others, `${path}.items`, loss) }
        : merged;
    }
    case 'string':
      return intersectTexts(merged, own(first, 'enum'), own(second, 'enum'));
    default:
      return merged;
  }
}

function intersectTexts(
  merged: JsonObject,
  first: JsonValue | undefined,
  second: JsonValue | undefined,
): JsonObject {
  if (!Array.isArray(first) || !Array.isArray(second)) return merged;
  const allowed = new Set<JsonValue>(second);
  const both = (first as readonly JsonValue[]).filter((value) => allowed.has(value));
  // Nothing satisfies both: the model is told so in words rather than with an empty list.
  return both.length > 0
    ? { ...merged, enum: both }
    : withDescription(merged, ['No value satisfies every demand.']);
}
