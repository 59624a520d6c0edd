import { InvalidRequestError } from '@gigakit/core';
import type { ToolChoice } from '@gigakit/core/turn';
import { isBlock } from './to-content-part.ts';

/**
 * LangChain's `tool_choice` in every form that is met: `auto`, `none`, `any`, `required`, a tool's name, `true`,
 * `{ name }`, OpenAI's `{ type: 'function', function: { name } }`, Anthropic's `{ type: 'tool', name }`.
 * @throws InvalidRequestError for anything else.
 */
export function toTurnToolChoice(choice: unknown): ToolChoice | undefined {
  if (choice === undefined || choice === null) return undefined;
  if (typeof choice === 'boolean') return choice ? 'required' : 'none';
  if (typeof choice === 'string') return byWord(choice);
  if (isBlock(choice)) {
    const named = isBlock(choice['function']) ? choice['function'] : choice;
    if (typeof named['name'] === 'string') {
      const fixed = named['partialArguments'] ?? named['partial_arguments'];
      return { name: named['name'], ...(isBlock(fixed) ? { partialArguments: fixed } : {}) } as ToolChoice;
    }
    if (typeof choice['type'] === 'string') return byWord(choice['type']);
  }
  throw new InvalidRequestError(
    `tool_choice must be "auto", "none", "any", a tool's name or { name }; got ${JSON.stringify(choice)}.`,
    { field: 'tool_choice' },
  );
}

function byWord(word: string): ToolChoice {
  switch (word) {
    case 'auto':
    case 'none':
    case 'required':
      return word;
    case 'any':
      return 'required';
    default:
      return { name: word };
  }
}
