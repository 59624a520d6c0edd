import type { JsonObject, JsonSchema } from '../turn/json.ts';
import type { FunctionTool } from '../turn/tool.ts';
import { asObject } from '../wire/read-json.ts';
import { objectOf, objectsOf, stringField } from './json-fields.ts';

/** A function as the wire describes it, nothing lowered or renamed: what is judged is what was written. */
export const toWireFunction = (tool: FunctionTool): JsonObject => ({
  name: tool.name,
  description: tool.description,
  parameters: tool.parameters ?? { type: 'object', properties: {} },
  return_parameters: tool.returnParameters,
  few_shot_examples: tool.examples?.map(({ request, params }) => ({ request, params })),
});

/** The other way round. */
export function fromWireFunction(raw: JsonObject): FunctionTool {
  const description = stringField(raw, 'description');
  const parameters: JsonSchema | undefined = asObject(raw['parameters']);
  const returnParameters: JsonSchema | undefined = asObject(raw['return_parameters']);
  const examples = objectsOf(raw['few_shot_examples']).map((example) => ({
    request: stringField(example, 'request') ?? '',
    params: objectOf(example['params']),
  }));
  return {
    type: 'function',
    name: stringField(raw, 'name') ?? '',
    ...(description !== undefined && { description }),
    ...(parameters !== undefined && { parameters }),
    ...(returnParameters !== undefined && { returnParameters }),
    ...(examples.length > 0 && { examples }),
  };
}
