import type { FunctionTool, ToolChoice, TurnRequest } from '@gigakit/core/turn';
import { badRequest } from '../../proxy-error.ts';
import type { ChatRequest } from '../openai-types.ts';

/** Tools and the choice among them. @throws ProxyError 400 for a choice that names no tool of the request. */
export function toTurnTools(request: ChatRequest): Pick<TurnRequest, 'tools' | 'toolChoice'> {
  const tools = (request.tools ?? []).map(toFunctionTool);
  const { tool_choice: choice } = request;
  if (tools.length === 0) {
    if (choice === 'required' || typeof choice === 'object') {
      if (choice !== null)
        throw badRequest('tool_choice', '`tool_choice` asks for a tool, and there are no `tools`.');
    }
    return {};
  }
  if (choice === null || choice === undefined) return { tools };
  if (typeof choice === 'string') return { tools, toolChoice: choice };
  if (choice.type === 'function') return { tools, toolChoice: named(choice.function.name, tools) };
  const { mode, tools: allowed } = choice.allowed_tools;
  const names = new Set(allowed.map((tool) => named(tool.function.name, tools).name));
  return { tools: tools.filter(({ name }) => names.has(name)), toolChoice: mode };
}

function toFunctionTool({ function: described }: NonNullable<ChatRequest['tools']>[number]): FunctionTool {
  const {
    name,
    description,
    parameters,
    return_parameters: returned,
    few_shot_examples: examples,
  } = described;
  return {
    type: 'function',
    name,
    ...(typeof description === 'string' && { description }),
    ...(parameters && { parameters }),
    ...(returned && { returnParameters: returned }),
    ...(examples && { examples }),
  };
}

function named(name: string, tools: readonly FunctionTool[]): Exclude<ToolChoice, string> {
  if (tools.some((tool) => tool.name === name)) return { name };
  throw badRequest('tool_choice', `\`tool_choice\` names "${name}", which is none of the \`tools\`.`);
}
