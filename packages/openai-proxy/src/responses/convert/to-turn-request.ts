import type { Tool, ToolChoice, TurnRequest } from '@gigakit/core/turn';
import { jsonOnly } from '../../json-object-mode.ts';
import { badRequest } from '../../proxy-error.ts';
import { toReasoningEffort } from '../../to-reasoning-effort.ts';
import type { ResponsesRequest } from '../openai-types.ts';
import { toTurnMessages } from './to-turn-messages.ts';

/** A request of the Responses API as a turn. @throws ProxyError 400 for what rests on state kept by the server. */
export function toTurnRequest(request: ResponsesRequest, model: string | undefined): TurnRequest {
  refuseStored(request);
  const messages = toTurnMessages(request);
  const format = request.text?.format;
  const effort = request.reasoning?.effort;
  return {
    ...(model !== undefined && { model }),
    messages: format?.type === 'json_object' ? [...messages, jsonOnly] : messages,
    ...toTools(request),
    ...(format?.type === 'json_schema' && {
      responseFormat: {
        type: 'json-schema',
        schema: format.schema,
        ...(typeof format.strict === 'boolean' && { strict: format.strict }),
      },
    }),
    ...(effort && { reasoningEffort: toReasoningEffort(effort) }),
    ...(typeof request.temperature === 'number' && { temperature: request.temperature }),
    ...(typeof request.top_p === 'number' && { topP: request.top_p }),
    ...(typeof request.max_output_tokens === 'number' && { maxTokens: request.max_output_tokens }),
  };
}

function refuseStored(request: ResponsesRequest): void {
  for (const field of ['previous_response_id', 'conversation', 'prompt']) {
    if (request[field] === undefined || request[field] === null) continue;
    throw badRequest(
      field,
      `\`${field}\` needs answers kept on the server, and none are; send the whole history in \`input\`.`,
    );
  }
  if (request['background'] === true) {
    throw badRequest('background', '`background` is not supported; leave it out and wait, or stream.');
  }
}

type RequestTool = NonNullable<ResponsesRequest['tools']>[number];

function toTools({
  tools: asked,
  tool_choice: choice,
}: ResponsesRequest): Pick<TurnRequest, 'tools' | 'toolChoice'> {
  const tools = (asked ?? []).map(toTool);
  if (tools.length === 0) return {};
  if (choice === null || choice === undefined) return { tools };
  return { tools, toolChoice: typeof choice === 'string' ? choice : toChoice(choice, tools) };
}

function toTool(tool: RequestTool): Tool {
  switch (tool.type) {
    case 'function':
      return {
        type: 'function',
        name: tool.name,
        ...(tool.description && { description: tool.description }),
        ...(tool.parameters && { parameters: tool.parameters }),
      };
    case 'web_search':
    case 'web_search_preview':
      return { type: 'web-search' };
    case 'image_generation':
      return { type: 'image-generation' };
    case 'code_interpreter':
      return { type: 'code-interpreter' };
  }
}

function toChoice(
  choice: { readonly type: string; readonly name?: unknown },
  tools: readonly Tool[],
): ToolChoice {
  const name =
    choice.type === 'function' && typeof choice.name === 'string'
      ? choice.name
      : choice.type.replace('_preview', '').replaceAll('_', '-');
  const isKnown = tools.some((tool) => (tool.type === 'function' ? tool.name : tool.type) === name);
  if (isKnown) return { name };
  throw badRequest('tool_choice', `\`tool_choice\` names "${name}", which is none of the \`tools\`.`);
}
