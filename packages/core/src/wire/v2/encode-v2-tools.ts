import { InvalidRequestError } from '../../errors/api-error.ts';
import type { JsonObject } from '../../turn/json.ts';
import type { BuiltInTool, Tool } from '../../turn/tool.ts';
import type { TurnRequest } from '../../turn/turn-request.ts';
import type { Warning } from '../../turn/warning.ts';
import { v2BuiltInNames } from '../built-in-tool-names.ts';
import { encodeForcedFunction, encodeFunction } from '../encode-function.ts';
import type { ForcedFunction } from '../forced-function.ts';
import type { FunctionNames } from '../function-names.ts';

export interface EncodedV2Tools {
  readonly fields: { readonly tools?: readonly JsonObject[]; readonly tool_config?: JsonObject };
  readonly warnings: readonly Warning[];
}

/** Tools and the choice among them as `tools` and `tool_config`; one entry holds all functions of the caller. */
export function encodeV2Tools(
  request: TurnRequest,
  names: FunctionNames,
  forced: ForcedFunction | undefined,
): EncodedV2Tools {
  if (forced !== undefined) {
    const { specification, warnings } = encodeForcedFunction(forced, request.tools);
    return {
      fields: {
        tools: [{ functions: { specifications: [specification] } }],
        tool_config: { mode: 'forced', function_name: forced.wireName },
      },
      warnings,
    };
  }
  const warnings: Warning[] = [];
  const specifications: JsonObject[] = [];
  const builtIns: JsonObject[] = [];
  (request.tools ?? []).forEach((tool, index) => {
    if (tool.type === 'function')
      specifications.push(encodeFunction(tool, `tools[${index}]`, names, warnings));
    else builtIns.push(encodeBuiltIn(tool));
  });
  const config = encodeChoice(request, builtIns, names, warnings);
  const tools = [...(specifications.length > 0 ? [{ functions: { specifications } }] : []), ...builtIns];
  return {
    fields: { ...(tools.length > 0 && { tools }), ...(config !== undefined && { tool_config: config }) },
    warnings,
  };
}

function encodeBuiltIn(tool: BuiltInTool): JsonObject {
  const search =
    tool.type === 'web-search'
      ? {
          ...(tool.searchType !== undefined && { type: tool.searchType }),
          ...(tool.indexes !== undefined && { indexes: tool.indexes }),
          ...(tool.flags !== undefined && { flags: tool.flags }),
        }
      : {};
  return { [v2BuiltInNames[tool.type]]: { ...search, ...tool.options } };
}

function encodeChoice(
  request: TurnRequest,
  builtIns: JsonObject[],
  names: FunctionNames,
  warnings: Warning[],
): JsonObject | undefined {
  const { toolChoice, tools = [] } = request;
  if (toolChoice === undefined) return tools.length > 0 ? { mode: 'auto' } : undefined;
  if (toolChoice === 'auto' || toolChoice === 'none') return { mode: toolChoice };
  if (toolChoice === 'required') {
    const [only] = tools;
    if (tools.length === 1 && only !== undefined) return force(only, names);
    const message =
      tools.length === 0
        ? 'A call was required with no tool to call; the choice was left out.'
        : 'A call was required, but the API can only force one named tool; `auto` was sent.';
    warnings.push({ type: 'changed', field: 'toolChoice', message });
    return tools.length === 0 ? undefined : { mode: 'auto' };
  }
  if (toolChoice.partialArguments !== undefined) {
    const message = 'The fixed arguments were left out: only v1 of the API takes them.';
    warnings.push({ type: 'unsupported', field: 'toolChoice.partialArguments', message });
  }
  const { name } = toolChoice;
  const listed = tools.find((tool) => (tool.type === 'function' ? tool.name === name : isNamed(tool, name)));
  if (listed !== undefined) return force(listed, names);
  const builtIn = Object.entries(v2BuiltInNames).find(
    ([type, wireName]) => name === type || name === wireName,
  )?.[1];
  if (builtIn === undefined) {
    throw new InvalidRequestError(
      `\`toolChoice.name\` is "${name}", which is neither one of \`tools\` nor a built-in tool of v2.`,
      { field: 'toolChoice.name' },
    );
  }
  builtIns.push({ [builtIn]: {} });
  return { mode: 'forced', tool_name: builtIn };
}

const isNamed = (tool: BuiltInTool, name: string): boolean =>
  tool.type === name || v2BuiltInNames[tool.type] === name;

function force(tool: Tool, names: FunctionNames): JsonObject {
  return tool.type === 'function'
    ? { mode: 'forced', function_name: names.toWire(tool.name) }
    : { mode: 'forced', tool_name: v2BuiltInNames[tool.type] };
}
