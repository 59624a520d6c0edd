/** A JSON Schema as it came; any field may be missing or of a wrong type. */
export type SchemaNode = Readonly<Record<string, unknown>>;

export function isNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nodeAt(schema: SchemaNode, key: string): SchemaNode | undefined {
  const value = schema[key];
  return isNode(value) ? value : undefined;
}

export function nodesAt(schema: SchemaNode, key: string): readonly SchemaNode[] {
  const value = schema[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function numberAt(schema: SchemaNode, key: string): number | undefined {
  const value = schema[key];
  return typeof value === 'number' ? value : undefined;
}

export function stringAt(schema: SchemaNode, key: string): string | undefined {
  const value = schema[key];
  return typeof value === 'string' ? value : undefined;
}

export function stringsAt(schema: SchemaNode, key: string): readonly string[] {
  const value = schema[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The schema a `$ref` inside the document points to; the node itself when it is none. */
export function dereference(node: SchemaNode, root: SchemaNode): SchemaNode {
  let current = node;
  for (let hops = 0; hops < 16; hops++) {
    const ref = stringAt(current, '$ref');
    if (ref === undefined || !ref.startsWith('#')) return current;
    const { $ref: _, ...beside } = current;
    current = { ...lookUp(ref, root), ...beside };
  }
  return {};
}

function lookUp(ref: string, root: SchemaNode): SchemaNode {
  let found: unknown = root;
  for (const step of ref
    .slice(1)
    .split('/')
    .filter((name) => name !== '')) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isNode(found) ? found[key] : Array.isArray(found) ? found[Number(key)] : undefined;
  }
  return isNode(found) ? found : {};
}

/** `allOf` folded into one schema: properties and required names united, tighter limits kept last. */
export function mergeAllOf(node: SchemaNode, root: SchemaNode): SchemaNode {
  const parts = nodesAt(node, 'allOf');
  if (parts.length === 0) return node;
  const { allOf: _, ...own } = node;
  const whole = [...parts.map((part) => mergeAllOf(dereference(part, root), root)), own];
  const properties = Object.assign({}, ...whole.map((part) => nodeAt(part, 'properties') ?? {}));
  const required = [...new Set(whole.flatMap((part) => stringsAt(part, 'required')))];
  return Object.assign(
    {},
    ...whole,
    Object.keys(properties).length === 0 ? {} : { properties },
    required.length === 0 ? {} : { required },
  );
}

/** Every type a node allows, `null` included; worked out from its keywords when it states none. */
export function typesOf(node: SchemaNode): readonly string[] {
  const { type } = node;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((item) => typeof item === 'string');
  if (node['properties'] !== undefined || node['additionalProperties'] !== undefined) return ['object'];
  if (node['items'] !== undefined || node['prefixItems'] !== undefined) return ['array'];
  if (node['minimum'] !== undefined || node['maximum'] !== undefined) return ['number'];
  return ['string'];
}
