import type { EmulatorOptions } from '../emulator-options.ts';
import { textOf } from '../text-of.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Profile, ServedModel } from '../state/models.ts';
import { checkFunctionNames } from './check-function-names.ts';
import { checkRanges } from './check-ranges.ts';
import { checkResultText, findChatModel } from './validate-v1.ts';
import { toolsOf } from './v2-tools.ts';

type Json = Readonly<Record<string, unknown>>;
export type V2Rules = Pick<EmulatorOptions, 'v2ToolRole' | 'v2StringContent'> & {
  readonly profile: Profile;
  readonly scope: string | undefined;
};

const roles = new Set(['system', 'user', 'assistant', 'tool', 'function', 'reasoning']);

/**
 * Checks a v2 chat body in the server's order: shapes, model, tools, order of messages, calls and their
 * results, ranges.
 * @throws Refusal with the server's words where they are known.
 */
export function validateV2(
  body: unknown,
  rules: V2Rules,
): { readonly body: Json; readonly model: ServedModel } {
  if (!isRecord(body)) throw malformed();
  const messages = checkShapes(body, rules);
  const model = findChatModel(body['model'], rules.profile);
  checkTools(body, rules);
  if (messages.some((message, index) => message['role'] === 'system' && index > 0))
    throw new Refusal(422, 'Invalid params: system message must be the first message');
  checkPairs(messages, body['storage'] !== undefined);
  for (const part of messages.flatMap(partsOf)) checkResult(part, rules.v2ToolRole ?? 'lenient');
  const options = isRecord(body['model_options']) ? body['model_options'] : {};
  checkFormat(options['response_format']);
  checkRanges(options, 'Invalid params: ');
  return { body, model };
}

/** The parts of a message; a string counts as one text part where strings are accepted. */
export function partsOf(message: Json): readonly Json[] {
  const content = message['content'];
  if (typeof content === 'string') return [{ text: content }];
  return Array.isArray(content) ? content.filter(isRecord) : [];
}

function checkShapes(body: Json, rules: V2Rules): readonly Json[] {
  const storage = body['storage'];
  const hasOwnModel =
    body['assistant_id'] !== undefined || (isRecord(storage) && storage['thread_id'] !== undefined);
  if (typeof body['model'] !== 'string' && !(hasOwnModel && body['model'] === undefined)) throw malformed();
  const messages = body['messages'];
  if (!Array.isArray(messages) || messages.length === 0) throw malformed();
  for (const message of messages) checkMessage(message, rules);
  for (const field of ['stream', 'disable_filter']) {
    if (body[field] !== undefined && typeof body[field] !== 'boolean') throw malformed();
  }
  for (const field of ['model_options', 'tool_config', 'ranker_options', 'user_info']) {
    if (body[field] !== undefined && !isRecord(body[field])) throw malformed();
  }
  if (body['tools'] !== undefined && !(Array.isArray(body['tools']) && body['tools'].every(isRecord)))
    throw malformed();
  return messages.filter(isRecord);
}

function checkMessage(message: unknown, rules: V2Rules): void {
  if (!isRecord(message) || typeof message['role'] !== 'string' || !roles.has(message['role']))
    throw malformed();
  const refused = { lenient: '', spec: 'function', 'live-2026-09': 'tool' }[rules.v2ToolRole ?? 'lenient'];
  if (message['role'] === refused) throw malformed();
  const content = message['content'];
  if (typeof content === 'string' && rules.v2StringContent === 'accept') return;
  if (!Array.isArray(content)) throw malformed();
  for (const part of content) {
    if (!isRecord(part) || Object.keys(part).length === 0) throw malformed();
    if (part['text'] !== undefined && typeof part['text'] !== 'string') throw malformed();
    if (part['files'] !== undefined && !areFiles(part['files'])) throw malformed();
    const call = part['function_call'];
    if (call !== undefined && !(isNamed(call) && isRecord(call['arguments']))) throw malformed();
    const result = part['function_result'];
    if (result !== undefined && !(isNamed(result) && 'result' in result)) throw malformed();
  }
}

function areFiles(files: unknown): boolean {
  return Array.isArray(files) && files.every((file) => isRecord(file) && typeof file['id'] === 'string');
}

function isNamed(value: unknown): value is Json {
  return isRecord(value) && typeof value['name'] === 'string';
}

function checkTools(body: Json, rules: V2Rules): void {
  const { functions, builtIns, unknown } = toolsOf(body);
  if (unknown !== undefined) throw new Refusal(404, `Unknown tool ${unknown}`);
  // Seen on accounts of individuals; internal stands run it.
  if (
    builtIns.includes('code_interpreter') &&
    rules.profile !== 'internal' &&
    rules.scope === 'GIGACHAT_API_PERS'
  )
    throw new Refusal(422, 'Tool code_interpreter is unavailable');
  checkFunctionNames(functions.map(({ name }) => name));
  const config = isRecord(body['tool_config']) ? body['tool_config'] : {};
  const forced = config['function_name'];
  if (typeof forced === 'string' && !functions.some(({ name }) => name === forced))
    throw new Refusal(404, `Function schema for ${forced} not found`);
}

/** The call that a first result answers may be in the history that the server keeps. */
function checkPairs(messages: readonly Json[], hasHistory: boolean): void {
  const calls = (message: Json | undefined): boolean =>
    message?.['role'] === 'assistant' && partsOf(message).some((part) => part['function_call'] !== undefined);
  const results = (message: Json | undefined): boolean =>
    message !== undefined && partsOf(message).some((part) => part['function_result'] !== undefined);
  for (const [index, message] of messages.entries()) {
    if (calls(message) && !results(messages[index + 1]))
      throw new Refusal(422, 'Invalid params: every assistant function call must have a result in history');
    const previous = messages[index - 1];
    if (results(message) && !calls(previous) && !results(previous) && !(index === 0 && hasHistory)) {
      throw new Refusal(
        422,
        'Invalid params: every assistant function result must have an assistant function call in history',
      );
    }
  }
}

function checkResult(part: Json, mode: NonNullable<EmulatorOptions['v2ToolRole']>): void {
  const { function_result: answer } = part;
  if (!isNamed(answer)) return;
  const { result } = answer;
  if (mode === 'spec' && !isRecord(result)) throw malformed();
  if (mode === 'live-2026-09' && typeof result !== 'string') throw malformed();
  if (typeof result === 'string') checkResultText(textOf(answer['name']), result, 400);
}

function checkFormat(format: unknown): void {
  if (format === undefined || format === null) return;
  if (!isRecord(format)) throw malformed();
  const { type } = format;
  if (type !== 'text' && type !== 'json_schema' && type !== 'regex')
    throw new Refusal(400, `Unknown type "${String(type)}" in response_format`);
  if (type === 'json_schema' && !isRecord(format['schema']))
    throw new Refusal(400, 'Empty schema with json format type is not supported');
}

function malformed(): Refusal {
  return new Refusal(400, 'Your request contains invalid JSON syntax.');
}
