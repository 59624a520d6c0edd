import type { JsonValue } from '@gigakit/core/turn';

/** JSON in the narrowest shape that every major's types accept: no `undefined`, nothing read-only. */
export type MetadataValue = string | number | boolean | null | MetadataValue[] | MetadataObject;

export interface MetadataObject {
  [key: string]: MetadataValue;
}

/** Keyed by provider name, as `providerMetadata` and `providerOptions` are. */
export type ProviderMetadata = Record<string, MetadataObject>;

/** Copies JSON, leaving out keys whose value is `undefined`. */
function toMetadataValue(value: JsonValue): MetadataValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return value.map(toMetadataValue);
  return toMetadataObject(value);
}

/** The same for an object. */
export function toMetadataObject(value: Readonly<Record<string, JsonValue | undefined>>): MetadataObject {
  const copy: MetadataObject = {};
  for (const [key, item] of Object.entries(value)) {
    if (item !== undefined) copy[key] = toMetadataValue(item);
  }
  return copy;
}

/** `{ [name]: fields }`, or `undefined` when no field has a value: users see no empty objects. */
export function providerMetadata(
  name: string,
  fields: Readonly<Record<string, JsonValue | undefined>>,
): ProviderMetadata | undefined {
  const object = toMetadataObject(fields);
  return Object.keys(object).length === 0 ? undefined : { [name]: object };
}

// Array.isArray does not narrow read-only arrays.
function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
