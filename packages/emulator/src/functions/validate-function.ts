import { isRecord } from '../is-record.ts';

export interface FunctionFinding {
  readonly description: string;
  readonly schema_location: string;
}

const allowedName = /^[A-Za-z_.-][A-Za-z0-9_.-]*$/;

/** What is wrong with a function, and what would make it better. */
export function validateFunction(one: unknown): {
  readonly errors: readonly FunctionFinding[];
  readonly warnings: readonly FunctionFinding[];
} {
  if (!isRecord(one)) return { errors: [finding('function must be an object')], warnings: [] };
  const errors: FunctionFinding[] = [];
  const warnings: FunctionFinding[] = [];
  if (typeof one['name'] !== 'string' || one['name'] === '') errors.push(finding('name is required'));
  else if (!allowedName.test(one['name']))
    errors.push(finding('name has characters that are not allowed', 'name'));
  if (typeof one['description'] !== 'string') warnings.push(finding('description is missing'));
  if (one['parameters'] === undefined) errors.push(finding('parameters is required'));
  else checkSchema(one['parameters'], 'parameters', errors, warnings);
  if (one['return_parameters'] === undefined) warnings.push(finding('return_parameters are missing'));
  else checkSchema(one['return_parameters'], 'return_parameters', errors, warnings);
  checkExamples(one['few_shot_examples'], errors, warnings);
  return { errors, warnings };
}

function checkExamples(examples: unknown, errors: FunctionFinding[], warnings: FunctionFinding[]): void {
  if (examples === undefined) {
    warnings.push(finding('few_shot_examples are missing'));
    return;
  }
  if (!Array.isArray(examples)) {
    errors.push(finding('few_shot_examples must be an array', 'few_shot_examples'));
    return;
  }
  for (const [index, example] of examples.entries()) {
    const at = `few_shot_examples.${index}`;
    if (!isRecord(example) || typeof example['request'] !== 'string')
      errors.push(finding('request is required', at));
    if (!isRecord(example) || !isRecord(example['params'])) errors.push(finding('params is required', at));
  }
}

function checkSchema(
  schema: unknown,
  location: string,
  errors: FunctionFinding[],
  warnings: FunctionFinding[],
): void {
  if (!isRecord(schema)) {
    errors.push(finding('schema must be an object', location));
    return;
  }
  for (const keyword of ['$ref', 'anyOf', 'oneOf', 'allOf']) {
    if (schema[keyword] !== undefined) errors.push(finding(`${keyword} is not supported`, location));
  }
  if (typeof schema['type'] !== 'string') errors.push(finding('type is required', location));
  if (location.includes('.') && typeof schema['description'] !== 'string')
    warnings.push(finding('description is missing', location));
  if (schema['type'] === 'object') {
    if (!isRecord(schema['properties'])) errors.push(finding('properties is required', location));
    else {
      for (const [name, property] of Object.entries(schema['properties']))
        checkSchema(property, `${location}.properties.${name}`, errors, warnings);
    }
  }
  if (schema['type'] === 'array') {
    if (schema['items'] === undefined) errors.push(finding('items is required', location));
    else checkSchema(schema['items'], `${location}.items`, errors, warnings);
  }
}

function finding(description: string, location = '(root)'): FunctionFinding {
  return { description, schema_location: location };
}
