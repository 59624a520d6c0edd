import type { JsonObject } from '../turn/json.ts';
import type { FunctionTool, Tool } from '../turn/tool.ts';
import type { Warning } from '../turn/warning.ts';
import type { ForcedFunction } from './forced-function.ts';
import type { FunctionNames } from './function-names.ts';
import { lowerSchema } from './schema/lower-schema.ts';

/** A function as both generations describe it. What its schemas lose is added to the warnings. */
export function encodeFunction(
  tool: FunctionTool,
  field: string,
  names: FunctionNames,
  warnings: Warning[],
): JsonObject {
  const parameters = lowerSchema(tool.parameters ?? {}, `${field}.parameters`);
  warnings.push(...parameters.warnings);
  const returns =
    tool.returnParameters === undefined
      ? undefined
      : lowerSchema(tool.returnParameters, `${field}.returnParameters`);
  if (returns !== undefined) warnings.push(...returns.warnings);
  return {
    name: names.toWire(tool.name),
    ...(tool.description !== undefined && { description: tool.description }),
    parameters: parameters.schema,
    ...(returns !== undefined && { return_parameters: returns.schema }),
    ...(tool.examples !== undefined &&
      tool.examples.length > 0 && {
        // `params`, where everything else says `arguments`.
        few_shot_examples: tool.examples.map(({ request, params }) => ({ request, params })),
      }),
  };
}

/** The function that stands for structured output, alone: a forced call leaves no room for other tools. */
export function encodeForcedFunction(
  forced: ForcedFunction,
  tools: readonly Tool[] | undefined,
): { readonly specification: JsonObject; readonly warnings: readonly Warning[] } {
  const { schema, warnings } = lowerSchema(forced.parameters, 'responseFormat.schema');
  const specification = { name: forced.wireName, description: forced.description, parameters: schema };
  if (tools === undefined || tools.length === 0) return { specification, warnings };
  const message = 'The tools were left out: structured output through a function forces that one function.';
  return { specification, warnings: [{ type: 'unsupported', field: 'tools', message }, ...warnings] };
}
