import { InvalidRequestError } from '../errors/api-error.ts';
import type { TurnRequest } from '../turn/turn-request.ts';

/** Refuses what no server could make sense of, with a sentence that names the field and the fix. */
export function checkRequest(request: TurnRequest): void {
  if (request.messages.length === 0) refuse('messages', '`messages` is empty; give at least one message.');
  if (request.messages.every((message) => message.role === 'assistant')) {
    refuse('messages', '`messages` holds only what the model said; add a user message for it to answer.');
  }
  if (request.messages.every((message) => message.role === 'tool')) {
    refuse('messages', '`messages` holds only tool results; add the conversation they belong to.');
  }
  request.messages.forEach((message, index) => {
    if (typeof message.content === 'string') return;
    for (const part of message.content) {
      if (part.type === 'file' && part.fileId === undefined) {
        const field = `messages[${index}]`;
        refuse(field, `A file in \`${field}\` is not on the server yet; upload it and give its \`fileId\`.`);
      }
    }
  });
  if (request.stop !== undefined && !Array.isArray(request.stop)) {
    refuse('stop', '`stop` must be a list of texts.');
  }
  checkWord('reasoningEffort', request.reasoningEffort, ['off', 'low', 'medium', 'high']);
  checkWord('responseFormat.type', request.responseFormat?.type, ['text', 'json-schema', 'regex']);
  const { toolChoice } = request;
  if (typeof toolChoice === 'string') checkWord('toolChoice', toolChoice, ['auto', 'none', 'required']);
  checkNumber('temperature', request.temperature, (value) => value >= 0, '0 or more');
  checkNumber('topP', request.topP, (value) => value >= 0 && value <= 1, 'between 0 and 1');
  checkNumber('maxTokens', request.maxTokens, isPositiveInteger, 'a whole number above 0');
  checkNumber('repetitionPenalty', request.repetitionPenalty, (value) => value > 0, 'above 0');
  checkNumber('updateInterval', request.updateInterval, (value) => value >= 0, '0 or more seconds');
  checkNumber(
    'topLogprobs',
    request.topLogprobs,
    (value) => Number.isInteger(value) && value >= 0 && value <= 5,
    'a whole number from 0 to 5',
  );
}

const isPositiveInteger = (value: number): boolean => Number.isInteger(value) && value > 0;

function checkNumber(
  field: string,
  value: number | undefined,
  isFine: (value: number) => boolean,
  rule: string,
): void {
  if (value === undefined || (Number.isFinite(value) && isFine(value))) return;
  refuse(field, `\`${field}\` is ${value}; it must be ${rule}.`);
}

function checkWord(field: string, value: string | undefined, words: readonly string[]): void {
  if (value === undefined || words.includes(value)) return;
  refuse(field, `\`${field}\` is ${JSON.stringify(value)}; it must be one of ${words.join(', ')}.`);
}

function refuse(field: string, message: string): never {
  throw new InvalidRequestError(message, { field });
}
