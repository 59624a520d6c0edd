import { isRecord } from '../is-record.ts';
import type {
  MindFunction,
  MindFunctionChoice,
  MindMessage,
  MindResponseFormat,
  MindTurn,
} from '../mind/mind-turn.ts';
import { textOf } from '../text-of.ts';

/** A v1 body that passed validation, as the mind reads it. Attachments are put in by the caller. */
export function parseV1Turn(body: Readonly<Record<string, unknown>>): Omit<MindTurn, 'model'> {
  const listed = Array.isArray(body['functions']) ? body['functions'].filter(isRecord) : [];
  const functions = listed.filter((one) => !isBareName(one)).map(parseFunction);
  const builtIns = listed.filter(isBareName).map((one) => textOf(one['name']));
  const choice = parseChoice(body['function_call'], functions.length > 0 || builtIns.length > 0);
  // `auto` with no functions of the caller's own switches the server's on.
  if (choice === 'auto' && functions.length === 0 && !builtIns.includes('text2image'))
    builtIns.push('text2image');
  if (typeof choice === 'object' && builtInNames.has(choice.name) && !builtIns.includes(choice.name))
    builtIns.push(choice.name);
  const effort = body['reasoning_effort'];
  return {
    messages: Array.isArray(body['messages']) ? body['messages'].filter(isRecord).map(parseMessage) : [],
    ...(functions.length === 0 ? {} : { functions }),
    functionChoice: choice,
    ...parseFormat(body['response_format']),
    ...(builtIns.length === 0 || choice === 'none' ? {} : { builtIns }),
    wantsReasoning: typeof effort === 'string' && effort !== 'off' && effort !== 'none',
    ...(typeof body['max_tokens'] === 'number' ? { maxTokens: body['max_tokens'] } : {}),
  };
}

/** Ids of the files in each message. */
export function v1FileIdsOf(body: Readonly<Record<string, unknown>>): string[][] {
  const messages = Array.isArray(body['messages']) ? body['messages'].filter(isRecord) : [];
  return messages.map(({ attachments }) => (Array.isArray(attachments) ? attachments.map(String) : []));
}

/** Built-ins of v1, listed by bare name. */
export const builtInNames: ReadonlySet<string> = new Set(['text2image', 'text2model3d']);

/** `{"name":"text2image"}` with nothing else asks for one of the server's own functions. */
export function isBareName(one: Readonly<Record<string, unknown>>): boolean {
  return one['parameters'] === undefined && one['description'] === undefined;
}

export function parseFunction(one: Readonly<Record<string, unknown>>): MindFunction {
  const examples = Array.isArray(one['few_shot_examples']) ? one['few_shot_examples'].filter(isRecord) : [];
  return {
    name: textOf(one['name']),
    ...(typeof one['description'] === 'string' ? { description: one['description'] } : {}),
    ...(isRecord(one['parameters']) ? { parameters: one['parameters'] } : {}),
    ...(examples.length === 0
      ? {}
      : {
          examples: examples.map((example) => ({
            request: textOf(example['request']),
            params: isRecord(example['params']) ? example['params'] : {},
          })),
        }),
  };
}

function parseChoice(value: unknown, hasFunctions: boolean): MindFunctionChoice {
  if (value === 'none' || value === 'auto') return value;
  if (isRecord(value)) {
    const partial = value['partial_arguments'];
    return {
      name: textOf(value['name']),
      ...(isRecord(partial) ? { partialArguments: partial } : {}),
    };
  }
  // Left out: samples that pass functions alone do get calls.
  return hasFunctions ? 'auto' : 'none';
}

function parseMessage(message: Readonly<Record<string, unknown>>): MindMessage {
  const text = typeof message['content'] === 'string' ? message['content'] : '';
  const call = message['function_call'];
  switch (message['role']) {
    case 'function':
      return {
        role: 'function',
        text,
        results: [{ name: textOf(message['name']), value: parseResult(text) }],
      };
    case 'assistant':
      return {
        role: 'assistant',
        text,
        ...(isRecord(call)
          ? {
              calls: [
                {
                  name: textOf(call['name']),
                  arguments: isRecord(call['arguments']) ? call['arguments'] : {},
                },
              ],
            }
          : {}),
      };
    case 'system':
      return { role: 'system', text };
    default:
      return { role: 'user', text };
  }
}

/** What a function returned: parsed where it is JSON, the text itself otherwise. */
export function parseResult(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function parseFormat(format: unknown): { responseFormat?: MindResponseFormat } {
  if (!isRecord(format)) return {};
  if (format['type'] === 'json_schema' && isRecord(format['schema'])) {
    return {
      responseFormat: {
        type: 'json-schema',
        schema: format['schema'],
        ...(typeof format['strict'] === 'boolean' ? { strict: format['strict'] } : {}),
      },
    };
  }
  if (format['type'] === 'regex' && typeof format['regex'] === 'string')
    return { responseFormat: { type: 'regex', pattern: format['regex'] } };
  return {};
}
