import type { JsonSchemaFormat } from '../turn/response-format.ts';
import type { JsonSchema } from '../turn/json.ts';
import type { StructuredBy } from './dialect.ts';

/** Structured output through a function that the model must call: its arguments are the answer. */
export interface ForcedFunction extends StructuredBy {
  readonly description: string;
  readonly parameters: JsonSchema;
}

const NAME = 'give_structured_answer';

export function forcedFunctionOf(format: JsonSchemaFormat, taken: ReadonlySet<string>): ForcedFunction {
  let wireName = NAME;
  for (let index = 2; taken.has(wireName); index += 1) wireName = `${NAME}_${index}`;
  const isWrapped = format.schema['type'] !== 'object' && format.schema['properties'] === undefined;
  return {
    wireName,
    isWrapped,
    description: 'Takes the answer to the user, in the shape the parameters describe.',
    parameters: isWrapped
      ? { type: 'object', properties: { value: format.schema }, required: ['value'] }
      : format.schema,
  };
}
