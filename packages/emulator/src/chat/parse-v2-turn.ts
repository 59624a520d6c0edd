import { textOf } from '../text-of.ts';
import { isRecord } from '../is-record.ts';
import type { MindFunctionChoice, MindMessage, MindResult, MindTurn } from '../mind/mind-turn.ts';
import { parseFormat, parseResult } from './parse-v1-turn.ts';
import { toolsOf } from './v2-tools.ts';
import { partsOf } from './validate-v2.ts';

type Json = Readonly<Record<string, unknown>>;

/** A v2 body that passed validation, as the mind reads it. Attachments are put in by the caller. */
export function parseV2Turn(body: Json): Omit<MindTurn, 'model'> {
  const options = isRecord(body['model_options']) ? body['model_options'] : {};
  const { functions, builtIns } = toolsOf(body);
  const choice = parseChoice(body['tool_config'], functions.length > 0 || builtIns.length > 0);
  const effort = isRecord(options['reasoning']) ? options['reasoning']['effort'] : undefined;
  return {
    messages: Array.isArray(body['messages']) ? body['messages'].filter(isRecord).map(parseMessage) : [],
    ...(functions.length === 0 ? {} : { functions }),
    functionChoice: choice,
    ...parseFormat(options['response_format']),
    ...(builtIns.length === 0 || choice === 'none' ? {} : { builtIns }),
    wantsReasoning: typeof effort === 'string' && effort !== 'off',
    ...(typeof options['max_tokens'] === 'number' ? { maxTokens: options['max_tokens'] } : {}),
  };
}

/** Ids of the files in each message. */
export function v2FileIdsOf(body: Json): string[][] {
  const messages = Array.isArray(body['messages']) ? body['messages'].filter(isRecord) : [];
  return messages.map((message) =>
    message['role'] === 'assistant'
      ? []
      : partsOf(message).flatMap(({ files }) =>
          Array.isArray(files) ? files.filter(isRecord).map(({ id }) => String(id)) : [],
        ),
  );
}

function parseChoice(config: unknown, hasTools: boolean): MindFunctionChoice {
  if (!isRecord(config)) return hasTools ? 'auto' : 'none';
  const name = config['function_name'] ?? config['tool_name'];
  if (config['mode'] === 'none') return 'none';
  if (typeof name === 'string' && config['mode'] !== 'auto') return { name };
  return 'auto';
}

function parseMessage(message: Json): MindMessage {
  const parts = partsOf(message);
  const text = parts.map((part) => (typeof part['text'] === 'string' ? part['text'] : '')).join('');
  const results = parts.flatMap(({ function_result: result }) =>
    isRecord(result) ? [parseAnswer(result)] : [],
  );
  const { role } = message;
  if (role === 'system') return { role, text };
  if (role === 'assistant' || role === 'reasoning') {
    const calls = parts.flatMap(({ function_call: call }) =>
      isRecord(call)
        ? [{ name: textOf(call['name']), arguments: isRecord(call['arguments']) ? call['arguments'] : {} }]
        : [],
    );
    return {
      role: 'assistant',
      text: role === 'reasoning' ? '' : text,
      ...(calls.length === 0 ? {} : { calls }),
    };
  }
  if (role === 'tool' || role === 'function' || results.length > 0) {
    const said = results.map(({ value }) => (typeof value === 'string' ? value : JSON.stringify(value)));
    return { role: 'function', text: text === '' ? said.join('\n') : text, results };
  }
  return { role: 'user', text };
}

function parseAnswer(answer: Json): MindResult {
  const { result } = answer;
  return { name: textOf(answer['name']), value: typeof result === 'string' ? parseResult(result) : result };
}
