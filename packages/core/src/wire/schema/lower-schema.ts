import { isJsonObject } from '../../turn/is-json-object.ts';
import type { JsonObject, JsonSchema, JsonValue } from '../../turn/json.ts';
import type { Warning } from '../../turn/warning.ts';
import { intersectNodes } from './intersect-schemas.ts';
import { lowerEnum } from './lower-enum.ts';
import {
  anyNode,
  own,
  typeOfSchema,
  withDescription,
  type LoweredNode,
  type LossReport,
} from './lowered-schema.ts';
import { resolvePointer } from './resolve-pointer.ts';
import { unifyNodes } from './unify-schemas.ts';

export interface LoweredSchema {
  readonly schema: JsonSchema;
  readonly warnings: readonly Warning[];
}

/** A schema this large is cut: every reference is written out, and references can double with each level. */
const MOST_NODES = 5000;
const DEEPEST = 48;
/** Formats the model is known to keep to; others are told in words. */
const knownFormats: ReadonlySet<string> = new Set(['date', 'date-time', 'time']);
/** Says how wide a number is in memory; nothing a model could act on. */
const machineFormats: ReadonlySet<string> = new Set([
  'int32',
  'int64',
  'uint32',
  'uint64',
  'float',
  'double',
]);
/** Tolerated by the server and of use to a reader of the schema. */
const keptKeywords = [
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'pattern',
] as const;
/** Conditions with no counterpart; what they forbid can no longer be told. */
const lostKeywords = [
  'not',
  'if',
  'then',
  'else',
  'patternProperties',
  'propertyNames',
  'dependentSchemas',
  'dependentRequired',
  'dependencies',
  'contains',
  'unevaluatedProperties',
  'unevaluatedItems',
] as const;

/**
 * A JSON Schema in any dialect to the subset that functions of GigaChat understand: one `type` each; every object with
 * `properties`, every list with typed `items`; `enum` of texts; no references, unions or `null`. Pure. A warning is given only
 * where meaning is lost; what can be said in words moves to `description`.
 */
export function lowerSchema(schema: JsonSchema, field: string): LoweredSchema {
  const losses = new Map<string, Warning>();
  const loss: LossReport = (path, message) => {
    const text = `At ${path}: ${message}; the API has no word for it.`;
    losses.set(text, { type: 'changed', field, message: text });
  };
  const lowering = new Lowering(schema, loss);
  const node = lowering.lower(schema, '(root)', ['#'], 0);
  return { schema: toRoot(node, loss), warnings: [...losses.values()] };
}

function toRoot(node: LoweredNode, loss: LossReport): JsonObject {
  if (typeOfSchema(node.schema) === 'object') return node.schema;
  if (!node.isAny) loss('(root)', 'parameters that are no object became an object without properties');
  return { type: 'object', properties: {} };
}

class Lowering {
  readonly #root: JsonObject;
  readonly #loss: LossReport;
  #nodes = 0;

  constructor(root: JsonObject, loss: LossReport) {
    this.#root = root;
    this.#loss = loss;
  }

  /** `references`: the chain of `$ref`s that led here; one that comes again is recursion. */
  lower(
    schema: JsonValue | undefined,
    path: string,
    references: readonly string[],
    depth: number,
  ): LoweredNode {
    if (!isJsonObject(schema)) return anyNode;
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES || depth > DEEPEST) {
      this.#loss(path, 'a schema too large or too deep to be written out was cut');
      return anyNode;
    }
    const demands: LoweredNode[] = [];
    const reference = own(schema, '$ref') ?? own(schema, '$dynamicRef');
    if (typeof reference === 'string') demands.push(this.#lowerReference(reference, path, references, depth));
    if (hasShape(schema)) demands.push(this.#lowerShape(schema, path, references, depth));
    for (const branch of listOf(own(schema, 'allOf'))) {
      demands.push(this.lower(branch, path, references, depth + 1));
    }
    for (const keyword of ['anyOf', 'oneOf'] as const) {
      const branches = listOf(own(schema, keyword));
      if (branches.length === 0) continue;
      const nodes = branches.map((branch) => this.lower(branch, path, references, depth + 1));
      // Branches that only say which keys go together leave the shape to the schema they stand in.
      if (nodes.every((node) => node.isAny && !node.isNullable) && demands.length > 0) {
        this.#loss(path, `\`${keyword}\` of conditions was left out`);
      } else {
        demands.push(unifyNodes(nodes, path, this.#loss));
      }
    }
    for (const keyword of lostKeywords) {
      if (own(schema, keyword) !== undefined) this.#loss(path, `\`${keyword}\` was left out`);
    }
    const node = intersectNodes(demands, path, this.#loss);
    const isNullable = node.isNullable || own(schema, 'nullable') === true;
    return { ...node, isNullable, schema: annotate(node.schema, schema) };
  }

  #lowerReference(
    reference: string,
    path: string,
    references: readonly string[],
    depth: number,
  ): LoweredNode {
    if (references.includes(reference)) {
      this.#loss(path, `a schema that contains itself ("${reference}") was cut`);
      const schema = { type: 'object', properties: {}, description: 'The same shape again.' };
      return { schema, isNullable: false, isAny: false };
    }
    const target = resolvePointer(this.#root, reference);
    if (target === undefined) {
      this.#loss(path, `the reference "${reference}" leads nowhere in this schema`);
      return anyNode;
    }
    return this.lower(target, path, [...references, reference], depth + 1);
  }

  #lowerShape(schema: JsonObject, path: string, references: readonly string[], depth: number): LoweredNode {
    const types = typesOf(schema);
    const isNullable = types.includes('null');
    const rest = types.filter((type) => type !== 'null');
    const values = Object.hasOwn(schema, 'const') ? [own(schema, 'const') ?? null] : own(schema, 'enum');
    if (Array.isArray(values) && values.length > 0) {
      const node = lowerEnum(
        values,
        Object.hasOwn(schema, 'type') && rest.length === 1 ? rest[0] : undefined,
      );
      return { ...node, isNullable: node.isNullable || isNullable };
    }
    if (rest.length === 0) return { schema: {}, isNullable: true, isAny: false };
    const nodes = rest.map((type): LoweredNode => {
      const lowered = this.#lowerType(type, schema, path, references, depth);
      return { schema: lowered, isNullable, isAny: false };
    });
    return unifyNodes(nodes, path, this.#loss);
  }

  #lowerType(
    type: string,
    schema: JsonObject,
    path: string,
    references: readonly string[],
    depth: number,
  ): JsonObject {
    switch (type) {
      case 'object':
        return this.#lowerObject(schema, path, references, depth);
      case 'array':
        return this.#lowerArray(schema, path, references, depth);
      case 'string':
      case 'number':
      case 'integer':
      case 'boolean':
        return { type, ...formatOf(schema) };
      default:
        this.#loss(path, `the type "${type}" became a string`);
        return { type: 'string' };
    }
  }

  #lowerObject(schema: JsonObject, path: string, references: readonly string[], depth: number): JsonObject {
    const properties = own(schema, 'properties');
    const listed = isJsonObject(properties) ? Object.entries(properties) : [];
    const required = new Set(listOf(own(schema, 'required')).filter((name) => typeof name === 'string'));
    const lowered = new Map<string, JsonObject>();
    for (const [name, property] of listed) {
      const place = `${path}.${name}`;
      if (property === false || property === undefined) continue;
      const node = this.lower(property, place, references, depth + 1);
      if (node.isNullable && required.delete(name)) {
        this.#loss(place, 'a required value that may be null became one that may be left out');
      }
      lowered.set(name, this.#toTyped(node, place));
    }
    const others = own(schema, 'additionalProperties');
    const isMap = isJsonObject(others) && Object.keys(others).length > 0;
    if (isMap) this.#loss(path, '`additionalProperties` with a schema was left out');
    const node = isMap ? this.lower(others, `${path}.*`, references, depth + 1) : undefined;
    const note =
      node === undefined
        ? []
        : [
            `Any further keys, each with a value of type ${typeOfSchema(this.#toTyped(node, path)) ?? 'string'}.`,
          ];
    const names = [...required].filter((name) => lowered.has(name));
    return withDescription(
      {
        type: 'object',
        properties: Object.fromEntries(lowered),
        ...(names.length > 0 && { required: names }),
      },
      note,
    );
  }

  #lowerArray(schema: JsonObject, path: string, references: readonly string[], depth: number): JsonObject {
    const items = own(schema, 'items');
    const tuple = Array.isArray(items) ? (items as readonly JsonValue[]) : listOf(own(schema, 'prefixItems'));
    const place = `${path}[]`;
    if (tuple.length === 0) {
      return { type: 'array', items: this.#toTyped(this.lower(items, place, references, depth + 1), place) };
    }
    this.#loss(path, 'a list with a fixed order of types became a list of any of them');
    const nodes = tuple.map((item) => this.lower(item, place, references, depth + 1));
    return { type: 'array', items: this.#toTyped(unifyNodes(nodes, place, this.#loss), place) };
  }

  /** Every place owes a type: where any value would do, a text is asked for. */
  #toTyped(node: LoweredNode, path: string): JsonObject {
    if (typeOfSchema(node.schema) !== undefined) return node.schema;
    this.#loss(
      path,
      node.isNullable ? 'a value that is always null became a string' : 'any value became a string',
    );
    return { type: 'string', ...node.schema };
  }
}

const shapeKeywords = [
  'type',
  'properties',
  'items',
  'prefixItems',
  'enum',
  'const',
  'additionalProperties',
  'format',
];

const hasShape = (schema: JsonObject): boolean =>
  shapeKeywords.some(
    (key) => Object.hasOwn(schema, key) && (key !== 'additionalProperties' || isJsonObject(schema[key])),
  );

function typesOf(schema: JsonObject): readonly string[] {
  const type = own(schema, 'type');
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return [...new Set(type.filter((one): one is string => typeof one === 'string'))];
  if (isJsonObject(own(schema, 'properties')) || isJsonObject(own(schema, 'additionalProperties')))
    return ['object'];
  if (own(schema, 'items') !== undefined || own(schema, 'prefixItems') !== undefined) return ['array'];
  return ['string'];
}

function formatOf(schema: JsonObject): JsonObject {
  const format = own(schema, 'format');
  if (typeof format !== 'string' || machineFormats.has(format)) return {};
  return knownFormats.has(format) ? { format } : { description: `Format: ${format}.` };
}

/** What stands beside the shape: the words of the caller first, then ours. */
function annotate(lowered: JsonObject, schema: JsonObject): JsonObject {
  const said = own(schema, 'description');
  const ours = own(lowered, 'description');
  const examples = listOf(own(schema, 'examples'));
  const notes = [
    ...(typeof said === 'string' && said !== '' ? [said] : []),
    ...(typeof ours === 'string' && ours !== '' && ours !== said ? [ours] : []),
    ...(examples.length > 0
      ? [`Examples: ${examples.map((value) => JSON.stringify(value)).join(', ')}.`]
      : []),
  ];
  const kept = keptKeywords
    .filter((key) => own(schema, key) !== undefined)
    .map((key) => [key, schema[key]] as const);
  const fallback = own(schema, 'default');
  return {
    ...lowered,
    ...(notes.length > 0 && { description: notes.join(' ') }),
    ...Object.fromEntries(kept),
    ...(fallback !== undefined && fallback !== null && { default: fallback }),
  };
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
