import type { EmulatorOptions } from '../emulator-options.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Profile, ServedModel } from '../state/models.ts';
import { findModel } from '../state/models.ts';
import { optionalText, textOf } from '../text-of.ts';
import { checkFunctionNames } from './check-function-names.ts';
import { checkRanges } from './check-ranges.ts';
import { builtInNames, isBareName } from './parse-v1-turn.ts';

type Json = Readonly<Record<string, unknown>>;

const roles = new Set(['system', 'user', 'assistant', 'function', 'search_result', 'function_in_progress']);

/**
 * Checks a v1 chat body in the server's order: types, model, order of messages, functions, calls and their
 * results, ranges. Attachments and size need the files and come after.
 * @throws Refusal with the server's words where they are known.
 */
export function validateV1(
  body: unknown,
  profile: Profile,
  unknownRootFields: EmulatorOptions['unknownRootFields'] = 'ignore',
): { readonly body: Json; readonly model: ServedModel } {
  if (!isRecord(body)) throw new Refusal(400, 'Bad request');
  const messages = checkTypes(body);
  if (unknownRootFields === 'reject') checkRootFields(body);
  const model = findChatModel(body['model'], profile);
  checkSystemMessage(messages);
  checkFunctions(body, model);
  checkPairs(messages, isRecord(body['storage']));
  checkRanges(body, 'Invalid params: ');
  return { body, model };
}

/** @throws Refusal 404 for a model that is unknown, or known and not for chat. */
export function findChatModel(name: unknown, profile: Profile): ServedModel {
  const model = findModel(profile, optionalText(name) ?? 'GigaChat-2');
  if (model === undefined || model === 'wrong-version' || model.type !== 'chat')
    throw new Refusal(404, 'No such model');
  return model;
}

function checkTypes(body: Json): readonly Json[] {
  const isStored = isRecord(body['storage']);
  if (typeof body['model'] !== 'string' && !(isStored && body['model'] === undefined))
    throw bad('model must be a string');
  const messages = body['messages'];
  if (!Array.isArray(messages) || messages.length === 0) throw bad('messages must be a non-empty array');
  for (const [index, message] of messages.entries()) checkMessage(message, `messages[${index}]`);
  for (const field of ['temperature', 'top_p', 'max_tokens', 'repetition_penalty', 'update_interval', 'n'])
    checkType(body, field, 'number');
  for (const field of ['stream', 'profanity_check']) checkType(body, field, 'boolean');
  const functions = body['functions'];
  if (functions !== undefined && functions !== null) {
    if (!Array.isArray(functions)) throw bad('functions must be an array');
    for (const [index, one] of functions.entries()) {
      if (!isRecord(one) || typeof one['name'] !== 'string')
        throw bad(`functions[${index}].name must be a string`);
      if (one['parameters'] !== undefined && !isRecord(one['parameters']))
        throw bad(`functions[${index}].parameters must be an object`);
    }
  }
  const choice = body['function_call'];
  const isChoice =
    choice === undefined ||
    choice === null ||
    choice === 'none' ||
    choice === 'auto' ||
    (isRecord(choice) && typeof choice['name'] === 'string');
  if (!isChoice) throw bad('function_call must be "none", "auto" or an object with a name');
  checkFormat(body['response_format']);
  return messages.filter(isRecord);
}

const rootFields = new Set([
  'model',
  'messages',
  'functions',
  'function_call',
  'temperature',
  'top_p',
  'n',
  'stream',
  'max_tokens',
  'repetition_penalty',
  'update_interval',
  'profanity_check',
  'flags',
  'storage',
  'function_ranker',
  'response_format',
  'reasoning_effort',
  'top_logprobs',
  'unnormalized_history',
  'additional_data',
]);

function checkRootFields(body: Json): void {
  const unknown = Object.keys(body).find((field) => !rootFields.has(field));
  if (unknown !== undefined) throw bad(`${unknown} is not a known field`);
}

function checkMessage(message: unknown, path: string): void {
  if (!isRecord(message)) throw bad(`${path} must be an object`);
  if (typeof message['role'] !== 'string' || !roles.has(message['role']))
    throw bad(`${path}.role is not a known role`);
  if (typeof message['content'] !== 'string') throw bad(`${path}.content must be a string`);
  const attachments = message['attachments'];
  if (attachments !== undefined && attachments !== null && !isStringArray(attachments))
    throw bad(`${path}.attachments must be an array of strings`);
  const call = message['function_call'];
  if (call === undefined || call === null) return;
  if (!isRecord(call) || typeof call['name'] !== 'string')
    throw bad(`${path}.function_call.name must be a string`);
  if (!isRecord(call['arguments'])) throw bad(`${path}.function_call.arguments must be an object`);
}

function checkFormat(format: unknown): void {
  if (format === undefined || format === null) return;
  if (!isRecord(format)) throw bad('response_format must be an object');
  const type = format['type'];
  if (type === 'text') return;
  if (type !== 'json_schema') throw new Refusal(400, `Unknown type "${String(type)}" in response_format`);
  if (!isRecord(format['schema']))
    throw new Refusal(400, 'Empty schema with json format type is not supported');
}

function checkSystemMessage(messages: readonly Json[]): void {
  if (messages.some((message, index) => message['role'] === 'system' && index > 0))
    throw new Refusal(422, 'Invalid params: system message must be the first message');
}

function checkFunctions(body: Json, model: ServedModel): void {
  const functions = Array.isArray(body['functions']) ? body['functions'].filter(isRecord) : [];
  checkFunctionNames(functions.map((one) => textOf(one['name'])));
  for (const one of functions) {
    const name = textOf(one['name']);
    if (isBareName(one) && !builtInNames.has(name))
      throw new Refusal(404, `Function schema for ${name} not found`);
  }
  if (functions.length > 0 && model.id.startsWith('GigaChat-Plus'))
    throw new Refusal(422, 'Requested model does not support functions');
  const choice = body['function_call'];
  if (!isRecord(choice)) return;
  const name = textOf(choice['name']);
  if (!functions.some((one) => one['name'] === name) && !builtInNames.has(name))
    throw new Refusal(404, `Function schema for ${name} not found`);
}

/** The call that a first result answers may be in the history that the server keeps. */
function checkPairs(messages: readonly Json[], hasHistory: boolean): void {
  for (const [index, message] of messages.entries()) {
    const isCall = message['role'] === 'assistant' && isRecord(message['function_call']);
    if (isCall && messages[index + 1]?.['role'] !== 'function')
      throw new Refusal(422, 'Invalid params: every assistant function call must have a result in history');
    if (message['role'] !== 'function' || (index === 0 && hasHistory)) continue;
    const previous = messages[index - 1];
    if (previous?.['role'] !== 'assistant' || !isRecord(previous['function_call'])) {
      throw new Refusal(
        422,
        'Invalid params: every assistant function result must have an assistant function call in history',
      );
    }
  }
  for (const message of messages) {
    if (message['role'] === 'function')
      checkResultText(textOf(message['name']), textOf(message['content']), 422);
  }
}

/** @throws Refusal when what a function returned is not JSON text. */
export function checkResultText(name: string, text: string, status: number): void {
  try {
    JSON.parse(text);
  } catch {
    throw new Refusal(
      status,
      `invalid function result for function ${name} json string \`${text}\`, error: JSON parse error at line 1 column 1`,
    );
  }
}

function checkType(body: Json, field: string, type: 'number' | 'boolean'): void {
  const value = body[field];
  if (value !== undefined && value !== null && typeof value !== type) throw bad(`${field} must be a ${type}`);
}

function isStringArray(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function bad(detail: string): Refusal {
  return new Refusal(400, `Bad request: ${detail}`);
}
