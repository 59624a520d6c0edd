import { InvalidRequestError } from '../../errors/api-error.ts';
import type { JsonObject } from '../../turn/json.ts';
import type { BuiltInTool, Tool } from '../../turn/tool.ts';
import type { TurnRequest } from '../../turn/turn-request.ts';
import type { Warning } from '../../turn/warning.ts';
import { v1BuiltInNames } from '../built-in-tool-names.ts';
import { encodeForcedFunction, encodeFunction } from '../encode-function.ts';
import type { ForcedFunction } from '../forced-function.ts';
import type { FunctionNames } from '../function-names.ts';

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
  if (forced !== undefined) {
    const { specification, warnings } = encodeForcedFunction(forced, request.tools);
    return { fields: { functions: [specification], function_call: { name: forced.wireName } }, warnings };
  }
  const warnings: Warning[] = [];
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
  // Listed by name alone, built-ins are what makes them callable beside functions.
  return tool.type === 'function'
    ? encodeFunction(tool, field, names, warnings)
    : encodeBuiltIn(tool, field, warnings);
}

function encodeBuiltIn(tool: BuiltInTool, field: string, warnings: Warning[]): JsonObject | undefined {
  const name = v1BuiltInNames[tool.type];
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
  const builtIn = Object.entries(v1BuiltInNames).find(
    ([type, wireName]) => name === type || name === wireName,
  )?.[1];
  if (builtIn !== undefined) return builtIn;
  throw new InvalidRequestError(
    `\`toolChoice.name\` is "${name}", which is neither one of \`tools\` nor a built-in tool of v1.`,
    { field: 'toolChoice.name' },
  );
}
