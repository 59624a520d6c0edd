import { isJsonObject } from '../../turn/is-json-object.ts';
import type { JsonObject, JsonValue } from '../../turn/json.ts';
import { own, typeOfSchema, withDescription, type LoweredNode, type LossReport } from './lowered-schema.ts';

/** One schema for what any of several would take: the way `anyOf` and `oneOf` reach the wire, which has no unions. */
export function unifyNodes(nodes: readonly LoweredNode[], path: string, loss: LossReport): LoweredNode {
  const isNullable = nodes.some((node) => node.isNullable);
  if (nodes.some((node) => node.isAny)) return { schema: {}, isNullable, isAny: true };
  const schemas = nodes.map((node) => node.schema).filter((schema) => typeOfSchema(schema) !== undefined);
  const distinct = distinctSchemas(schemas);
  const [first] = distinct;
  if (first === undefined) return { schema: {}, isNullable, isAny: false };
  return { schema: distinct.length === 1 ? first : unify(distinct, path, loss), isNullable, isAny: false };
}

function distinctSchemas(schemas: readonly JsonObject[]): JsonObject[] {
  const seen = new Map<string, JsonObject>();
  for (const schema of schemas) seen.set(JSON.stringify(schema), schema);
  return [...seen.values()];
}

function unify(schemas: readonly JsonObject[], path: string, loss: LossReport): JsonObject {
  const types = [...new Set(schemas.map((schema) => typeOfSchema(schema) ?? 'string'))];
  const [type] = types;
  if (types.length === 1) {
    switch (type) {
      case 'object':
        return unifyObjects(schemas, path, loss);
      case 'array':
        return unifyArrays(schemas, path, loss);
      case 'string':
        return unifyTexts(schemas);
      default:
        return withDescription({ type: type ?? 'string' }, describeEach(schemas));
    }
  }
  // Every integer is a number, so that nothing is lost.
  if (types.every((one) => one === 'number' || one === 'integer')) {
    return withDescription({ type: 'number' }, describeEach(schemas));
  }
  const note = `Either ${types.join(' or ')}.`;
  if (types.includes('string') && types.every((one) => one !== 'object' && one !== 'array')) {
    loss(path, `a union of ${types.join(', ')} became a string`);
    return withDescription({ type: 'string' }, [note, ...describeEach(schemas)]);
  }
  const chosen = schemas.find((schema) => typeOfSchema(schema) === 'object') ?? schemas[0] ?? {};
  loss(path, `a union of ${types.join(', ')} became its branch "${typeOfSchema(chosen) ?? 'string'}"`);
  return withDescription(chosen, [note]);
}

function unifyTexts(schemas: readonly JsonObject[]): JsonObject {
  const lists = schemas.map((schema) => own(schema, 'enum'));
  const notes = describeEach(schemas);
  // A free text among them takes every listed one too.
  if (lists.some((list) => !Array.isArray(list))) return withDescription({ type: 'string' }, notes);
  const values = new Set(
    lists.flatMap((list) => (Array.isArray(list) ? (list as readonly JsonValue[]) : [])),
  );
  return withDescription({ type: 'string', enum: [...values] }, notes);
}

function unifyArrays(schemas: readonly JsonObject[], path: string, loss: LossReport): JsonObject {
  const items = distinctSchemas(schemas.map((schema) => own(schema, 'items')).filter(isJsonObject));
  const [only = { type: 'string' }] = items;
  const unified = items.length <= 1 ? only : unify(items, `${path}.items`, loss);
  return withDescription({ type: 'array', items: unified }, describeEach(schemas));
}

/** All properties of all variants; required are those that every variant requires. */
function unifyObjects(schemas: readonly JsonObject[], path: string, loss: LossReport): JsonObject {
  const properties = new Map<string, JsonObject[]>();
  for (const schema of schemas) {
    for (const [name, property] of propertiesOf(schema)) {
      properties.set(name, [...(properties.get(name) ?? []), property]);
    }
  }
  const required = [...properties.keys()].filter((name) =>
    schemas.every((schema) => requiredOf(schema).includes(name)),
  );
  loss(path, `${schemas.length} variants of an object became one with the properties of all`);
  return withDescription(
    {
      type: 'object',
      properties: Object.fromEntries(
        [...properties].map(([name, variants]) => {
          const distinct = distinctSchemas(variants);
          const [only = {}] = distinct;
          return [name, distinct.length === 1 ? only : unify(distinct, `${path}.${name}`, loss)];
        }),
      ),
      ...(required.length > 0 && { required }),
    },
    [describeVariants(schemas), ...describeEach(schemas)],
  );
}

/** Tells the model which properties go together, since the schema no longer does. */
function describeVariants(schemas: readonly JsonObject[]): string {
  const variants = schemas.map((schema) => {
    const required = new Set(requiredOf(schema));
    const names = propertiesOf(schema).map(([name, property]) => {
      const [value, ...others] = enumOf(property);
      const isFixed = value !== undefined && others.length === 0;
      return `${name}${isFixed ? `=${JSON.stringify(value)}` : ''}${required.has(name) ? '' : '?'}`;
    });
    return `{${names.join(', ')}}`;
  });
  return `One of: ${variants.join(' or ')}.`;
}

const enumOf = (schema: JsonObject): readonly JsonValue[] => {
  const values = own(schema, 'enum');
  return Array.isArray(values) ? values : [];
};

function describeEach(schemas: readonly JsonObject[]): string[] {
  const texts = schemas
    .map((schema) => own(schema, 'description'))
    .filter((text) => typeof text === 'string');
  return [...new Set(texts)].filter((text) => text !== '');
}

export function propertiesOf(schema: JsonObject): [string, JsonObject][] {
  const properties = own(schema, 'properties');
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]));
}

export function requiredOf(schema: JsonObject): string[] {
  const required = own(schema, 'required');
  return Array.isArray(required) ? required.filter((name): name is string => typeof name === 'string') : [];
}
