import { isJsonObject } from '../../../turn/is-json-object.ts';
import type { JsonObject, JsonValue } from '../../../turn/json.ts';

const allowed: Readonly<Record<string, readonly string[]>> = {
  object: ['properties', 'required'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['enum', 'format', 'minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
  boolean: [],
};

/** What in a schema is outside the subset that functions of GigaChat understand; empty when nothing is. */
export function subsetFaults(schema: JsonValue | undefined, path = '(root)', isRoot = true): string[] {
  if (!isJsonObject(schema)) return [`${path} is no schema`];
  const { type } = schema;
  if (typeof type !== 'string' || !Object.hasOwn(allowed, type)) return [`${path} has the type ${JSON.stringify(type)}`];
  if (isRoot && type !== 'object') return ['the root is no object'];
  const faults: string[] = [];
  for (const key of Object.keys(schema)) {
    if (!['type', 'description', 'default', ...(allowed[type] ?? [])].includes(key)) faults.push(`${path} has \`${key}\``);
  }
  if (type === 'object') faults.push(...objectFaults(schema, path));
  if (type === 'array') faults.push(...subsetFaults(schema['items'], `${path}[]`, false));
  const values = schema['enum'];
  if (values !== undefined && (!Array.isArray(values) || values.length === 0 || values.some((one) => typeof one !== 'string'))) {
    faults.push(`${path} has an enum of something else than texts`);
  }
  return faults;
}

function objectFaults(schema: JsonObject, path: string): string[] {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return [`${path} has no properties`];
  const faults = Object.entries(properties).flatMap(([name, one]) => subsetFaults(one, `${path}.${name}`, false));
  const names = Array.isArray(required) ? required : [];
  for (const name of names) if (!Object.hasOwn(properties, name)) faults.push(`${path} requires the unknown ${name}`);
  return faults;
}
