import type {
  BuiltInTool,
  BuiltInToolName,
  FunctionExample,
  FunctionTool,
  JsonObject,
  Tool,
  ToolChoice,
} from '@gigakit/core/turn';
import { builtInToolType } from './built-in-tool-id.ts';
import type { CallWarning } from './call-warning.ts';
import type { PromptTool, PromptToolChoice } from './chat-call.ts';
import { isRecord, readNamespace } from './read-namespace.ts';
import { isJsonObject, toJson, toJsonObject } from './to-json.ts';

export interface TurnTools {
  readonly tools: readonly Tool[];
  readonly toolChoice: ToolChoice | undefined;
  /** The name the user gave each built-in tool; calls of it are reported under that name. */
  readonly builtInNames: ReadonlyMap<BuiltInToolName, string>;
  readonly warnings: readonly CallWarning[];
}

/** Tools and tool choice of any major. A choice without tools says nothing and is left out. */
export function toTurnTools(
  promptTools: readonly PromptTool[] | undefined,
  choice: PromptToolChoice | undefined,
  extraBuiltIns: readonly BuiltInTool[],
  providerName: string,
): TurnTools {
  const tools: Tool[] = [];
  const builtInNames = new Map<BuiltInToolName, string>();
  const warnings: CallWarning[] = [];
  for (const tool of promptTools ?? []) {
    if (tool.type === 'function') {
      tools.push(toFunctionTool(tool, providerName, warnings));
      continue;
    }
    const builtIn = toBuiltInTool(tool, warnings);
    if (builtIn === undefined) continue;
    tools.push(builtIn);
    builtInNames.set(builtIn.type, tool.name);
  }
  for (const extra of extraBuiltIns) if (!builtInNames.has(extra.type)) tools.push(extra);
  return {
    tools,
    toolChoice: tools.length === 0 ? undefined : toToolChoice(choice, builtInNames),
    builtInNames,
    warnings,
  };
}

function toFunctionTool(tool: PromptTool, providerName: string, warnings: CallWarning[]): FunctionTool {
  const own = readNamespace(tool, providerName);
  const examples = toExamples(own['examples']);
  const returnParameters = own['returnParameters'];
  if (tool.strict === true) {
    warnings.push({
      type: 'unsupported',
      feature: `tools.${tool.name}.strict`,
      details:
        'GigaChat has no strict mode for functions; the schema is sent and arguments are checked by ai.',
    });
  }
  return {
    type: 'function',
    name: tool.name,
    ...descriptionOf(tool),
    parameters: toJsonObject(tool.inputSchema ?? tool.parameters ?? {}),
    ...(isRecord(returnParameters) ? { returnParameters: toJsonObject(returnParameters) } : {}),
    ...(examples.length > 0 ? { examples } : {}),
  };
}

/**
 * Sample inputs go into the description: the API's own examples pair a request with arguments, and these
 * have no request. `providerOptions.gigachat.examples` of the tool carries full pairs.
 */
function descriptionOf(tool: PromptTool): { readonly description?: string } {
  const inputs = Array.isArray(tool.inputExamples) ? tool.inputExamples.filter(isRecord) : [];
  if (inputs.length === 0) return tool.description === undefined ? {} : { description: tool.description };
  const samples = inputs.map((example) => JSON.stringify(example['input'])).join('\n');
  return { description: `${tool.description ?? tool.name}\n\nInput examples:\n${samples}` };
}

function toExamples(value: unknown): readonly FunctionExample[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((example) => {
    const params = toJson(example['params']);
    return typeof example['request'] === 'string' && isJsonObject(params)
      ? [{ request: example['request'], params }]
      : [];
  });
}

function toBuiltInTool(tool: PromptTool, warnings: CallWarning[]): BuiltInTool | undefined {
  const type = builtInToolType(tool.id ?? tool.name);
  if (type === undefined) {
    warnings.push({
      type: 'unsupported',
      feature: `tools.${tool.name}`,
      details: `"${tool.id ?? tool.name}" is a tool of another provider; GigaChat's own are in gigachat.tools.`,
    });
    return undefined;
  }
  return builtInTool(type, toJsonObject(tool.args ?? {}));
}

/** A built-in tool with its arguments: those we know by name, the rest as they are. */
function builtInTool(type: BuiltInToolName, args: JsonObject): BuiltInTool {
  const { searchType, indexes, flags, options, ...rest } = args;
  const extra = { ...(isOptions(options) ? options : {}), ...rest };
  const base = Object.keys(extra).length > 0 ? { options: extra } : {};
  if (type !== 'web-search') return { type, ...base };
  return {
    type,
    ...base,
    ...(typeof searchType === 'string' ? { searchType } : {}),
    ...(isTexts(indexes) ? { indexes } : {}),
    ...(isTexts(flags) ? { flags } : {}),
  };
}

function isOptions(value: JsonObject[string]): value is JsonObject {
  return value !== undefined && isJsonObject(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function toToolChoice(
  choice: PromptToolChoice | undefined,
  builtInNames: ReadonlyMap<BuiltInToolName, string>,
): ToolChoice | undefined {
  if (choice === undefined) return undefined;
  if (choice.type !== 'tool') return choice.type;
  for (const [type, name] of builtInNames) if (name === choice.toolName) return { name: type };
  return { name: choice.toolName };
}
