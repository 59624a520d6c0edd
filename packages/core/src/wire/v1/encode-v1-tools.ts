import { InvalidRequestError } from '../../errors/api-error.ts';
import type { JsonObject } from '../../turn/json.ts';
import type { BuiltInTool, BuiltInToolName, FunctionTool, Tool } from '../../turn/tool.ts';
import type { TurnRequest } from '../../turn/turn-request.ts';
import type { Warning } from '../../turn/warning.ts';
import type { ForcedFunction } from '../forced-function.ts';
import type { FunctionNames } from '../function-names.ts';
import { lowerSchema } from '../lower-schema.ts';

/** Built-ins that v1 has; they are listed by name alone. */
const builtInNames: Readonly<Partial<Record<BuiltInToolName, string>>> = {
  'image-generation': 'text2image',
  'model-3d': 'text2model3d',
};

export interface EncodedV1Tools {
  readonly fields: {
    readonly functions?: readonly JsonObject[];
    readonly function_call?: string | JsonObject;
  };
  readonly warnings: readonly Warning[];
}

/** Tools and the choice among them as `functions` and `function_call`. `tools` is a field that v1 silently ignores. */
export function encodeV1Tools(
  request: TurnRequest,
  names: FunctionNames,
  forced: ForcedFunction | undefined,
): EncodedV1Tools {
  const warnings: Warning[] = [];
  if (forced !== undefined) {
    if ((request.tools?.length ?? 0) > 0) {
      warnings.push({
        type: 'unsupported',
        field: 'tools',
        message: 'The tools were left out: structured output through a function forces that one function.',
      });
    }
    const { schema, warnings: losses } = lowerSchema(forced.parameters, 'responseFormat.schema');
    return {
      fields: {
        functions: [{ name: forced.wireName, description: forced.description, parameters: schema }],
        function_call: { name: forced.wireName },
      },
      warnings: [...warnings, ...losses],
    };
  }
  const functions: JsonObject[] = [];
  (request.tools ?? []).forEach((tool, index) => {
    const encoded = encodeTool(tool, `tools[${index}]`, names, warnings);
    if (encoded !== undefined) functions.push(encoded);
  });
  const choice = encodeChoice(request, functions, names, warnings);
  return {
    fields: {
      ...(functions.length > 0 && { functions }),
      ...(choice !== undefined && { function_call: choice }),
    },
    warnings,
  };
}

function encodeTool(
  tool: Tool,
  field: string,
  names: FunctionNames,
  warnings: Warning[],
): JsonObject | undefined {
  return tool.type === 'function'
    ? encodeFunction(tool, field, names, warnings)
    : encodeBuiltIn(tool, field, warnings);
}

function encodeBuiltIn(tool: BuiltInTool, field: string, warnings: Warning[]): JsonObject | undefined {
  const name = builtInNames[tool.type];
  if (name === undefined) {
    const message = `The tool "${tool.type}" was left out: v1 of the API has none. Set \`api: 'v2'\` to use it.`;
    warnings.push({ type: 'unsupported', field, message });
    return undefined;
  }
  if (tool.options !== undefined) {
    const message = `The options of "${tool.type}" were left out: v1 of the API takes a name only.`;
    warnings.push({ type: 'unsupported', field: `${field}.options`, message });
  }
  return { name };
}

/** A function as both generations describe it. */
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

function encodeChoice(
  request: TurnRequest,
  functions: JsonObject[],
  names: FunctionNames,
  warnings: Warning[],
): string | JsonObject | undefined {
  const { toolChoice, tools = [] } = request;
  if (toolChoice === undefined) return functions.length > 0 ? 'auto' : undefined;
  if (toolChoice === 'none') return 'none';
  // Without any function `auto` still has a meaning: built-ins may run.
  if (toolChoice === 'auto') return functions.length > 0 || tools.length === 0 ? 'auto' : undefined;
  if (toolChoice === 'required') {
    const [only] = functions;
    if (functions.length === 1 && only !== undefined) return { name: only['name'] };
    const message =
      functions.length === 0
        ? 'A call was required with no tool to call; the choice was left out.'
        : 'A call was required, but the API can only force one named function; `auto` was sent.';
    warnings.push({ type: 'changed', field: 'toolChoice', message });
    return functions.length === 0 ? undefined : 'auto';
  }
  const wireName = findForcedName(toolChoice.name, tools, names);
  if (!functions.some((listed) => listed['name'] === wireName)) functions.push({ name: wireName });
  return {
    name: wireName,
    ...(toolChoice.partialArguments !== undefined && { partial_arguments: toolChoice.partialArguments }),
  };
}

function findForcedName(name: string, tools: readonly Tool[], names: FunctionNames): string {
  if (tools.some((tool) => tool.type === 'function' && tool.name === name)) return names.toWire(name);
  const builtIn = Object.entries(builtInNames).find(
    ([type, wireName]) => name === type || name === wireName,
  )?.[1];
  if (builtIn !== undefined) return builtIn;
  throw new InvalidRequestError(
    `\`toolChoice.name\` is "${name}", which is neither one of \`tools\` nor a built-in tool of v1.`,
    { field: 'toolChoice.name' },
  );
}
