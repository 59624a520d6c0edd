import type { SettledTurn } from '../chat/settled-turn.ts';
import { usageV1 } from './render-v1.ts';
import type { StreamEvent } from './stream-event.ts';

/** A whole answer of a thread: `message` in place of `choices`. */
export function renderRun(turn: SettledTurn): unknown {
  return {
    ...rootOf(turn),
    usage: usageV1(turn),
    message: { content: turn.text.join(''), role: 'assistant', ...callOf(turn) },
    finish_reason: turn.finishReason,
  };
}

/** The same as stream events. Every chunk tells the usage it adds; the first holds the prompt's. */
export function streamRun(turn: SettledTurn): StreamEvent[] {
  const root = rootOf(turn);
  const texts = turn.text.length === 0 ? [''] : turn.text;
  const share = Math.floor(turn.usage.completionTokens / texts.length);
  const events = texts.map((content, index): StreamEvent => {
    const isLast = index === texts.length - 1;
    const spent = isLast ? turn.usage.completionTokens - share * (texts.length - 1) : share;
    const usage = {
      prompt_tokens: index === 0 ? turn.usage.promptTokens : 0,
      completion_tokens: spent,
      total_tokens: (index === 0 ? turn.usage.promptTokens : 0) + spent,
      precached_prompt_tokens: index === 0 ? turn.usage.cachedTokens : 0,
    };
    const delta = {
      content,
      ...(index === 0 ? { role: 'assistant' } : {}),
      ...(isLast ? callOf(turn) : {}),
    };
    const end = isLast ? { finish_reason: turn.finishReason } : {};
    return { data: JSON.stringify({ choices: [{ delta, index: 0, ...end }], ...root, usage }) };
  });
  return [...events, { data: '[DONE]' }];
}

function rootOf(turn: SettledTurn): Record<string, unknown> {
  return {
    object: 'threads.messages.run',
    model: turn.model,
    thread_id: turn.threadId,
    message_id: turn.messageId,
    created: turn.createdAt,
  };
}

function callOf({ calls, stateId }: SettledTurn): Record<string, unknown> {
  const call = calls[0];
  if (call === undefined) return {};
  return {
    function_call: { name: call.name, arguments: call.arguments },
    ...(stateId === undefined ? {} : { functions_state_id: stateId }),
  };
}
