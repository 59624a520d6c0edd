import { parse } from 'yaml';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import { optionalText } from '../text-of.ts';

type Json = Readonly<Record<string, unknown>>;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const maxDepth = 20;

/** Functions for the operations of an OpenAPI document, JSON or YAML. @throws Refusal 400 when it is neither. */
export function convertOpenApi(text: string): Json[] {
  const document = readDocument(text);
  const paths = isRecord(document['paths']) ? document['paths'] : {};
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = isRecord(item) ? item[method] : undefined;
      return isRecord(operation) ? [convertOperation(document, path, method, operation)] : [];
    }),
  );
}

function readDocument(text: string): Json {
  let document: unknown;
  try {
    // YAML holds JSON. Aliases are bounded, so that a small text cannot grow without end.
    document = parse(text, { maxAliasCount: 100 });
  } catch {
    throw new Refusal(400, 'Bad request: the body is neither JSON nor YAML');
  }
  if (!isRecord(document) || !isRecord(document['paths']))
    throw new Refusal(400, 'Bad request: the body is not an OpenAPI document');
  return document;
}

function convertOperation(document: Json, path: string, method: string, operation: Json): Json {
  const properties: Record<string, unknown> = {};
  const required: unknown[] = [];
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
  for (const listed of parameters) {
    const parameter = inline(document, listed, 0);
    if (!isRecord(parameter) || typeof parameter['name'] !== 'string') continue;
    const description = optionalText(parameter['description']);
    properties[parameter['name']] = {
      ...(isRecord(parameter['schema']) ? parameter['schema'] : { type: 'string' }),
      ...(description === undefined ? {} : { description }),
    };
    if (parameter['required'] === true) required.push(parameter['name']);
  }
  const body = schemaOf(document, operation['requestBody']);
  if (isRecord(body?.['properties'])) Object.assign(properties, body['properties']);
  if (Array.isArray(body?.['required'])) required.push(...body['required']);
  const responses = isRecord(operation['responses']) ? operation['responses'] : {};
  const returned = schemaOf(document, responses['200'] ?? responses['201']);
  const description = optionalText(operation['description']) ?? optionalText(operation['summary']);
  return {
    name: optionalText(operation['operationId']) ?? `${method}${path.replaceAll(/[^A-Za-z0-9]+/g, '_')}`,
    ...(description === undefined ? {} : { description }),
    parameters: { type: 'object', properties, ...(required.length === 0 ? {} : { required }) },
    ...(returned === undefined ? {} : { return_parameters: returned }),
  };
}

/** The JSON schema of a request or response body. */
function schemaOf(document: Json, holder: unknown): Json | undefined {
  const resolved = inline(document, holder, 0);
  const content = isRecord(resolved) ? resolved['content'] : undefined;
  const json = isRecord(content) ? content['application/json'] : undefined;
  const schema = isRecord(json) ? json['schema'] : undefined;
  return isRecord(schema) ? schema : undefined;
}

/** Puts what references name in their place; cycles end as open objects. */
function inline(document: Json, value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => inline(document, item, depth + 1));
  if (!isRecord(value)) return value;
  if (depth > maxDepth) return { type: 'object', properties: {} };
  const reference = value['$ref'];
  if (typeof reference === 'string') return inline(document, follow(document, reference), depth + 1);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, inline(document, field, depth + 1)]),
  );
}

function follow(document: Json, reference: string): unknown {
  let found: unknown = document;
  for (const step of reference.replace(/^#\//, '').split('/'))
    found = isRecord(found) ? found[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  return found;
}
