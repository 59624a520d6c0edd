import type {
  V2ChatChunk,
  V2ChatResponse,
  V2EventName,
  V2ResponseMessage,
  V2ResponsePart,
  V2Usage,
} from '@gigakit/core/wire';
import type { SettledTurn } from '../chat/settled-turn.ts';
import { builtInNameIn } from './built-in-name-in.ts';
import type { StreamEvent } from './stream-event.ts';

export interface RenderV2Options {
  readonly streamedCall: 'delta' | 'done';
  /** The public host gives calls an id, the specification none. */
  readonly callId: (() => string) | undefined;
}

/** A whole v2 answer; the order of keys is the recorded one. */
export function renderV2(turn: SettledTurn, options: RenderV2Options): V2ChatResponse {
  const reasoning = turn.reasoning.join('');
  const text = turn.text.join('');
  const content = [
    ...fileParts(turn),
    ...(text === '' && (turn.calls.length > 0 || turn.images.length > 0) ? [] : [textPart(text, turn)]),
    ...callParts(turn, options),
  ];
  return {
    model: turn.model,
    created_at: turn.createdAt,
    messages: [
      ...(reasoning === '' ? [] : [{ role: 'reasoning', content: [{ text: reasoning }] }]),
      { role: 'assistant', ...stateField(turn), content },
    ],
    finish_reason: turn.finishReason,
    usage: usageV2(turn),
    ...storageFields(turn),
  };
}

/** The same answer as named stream events; nothing follows `response.message.done`. */
export function streamV2(turn: SettledTurn, options: RenderV2Options): StreamEvent[] {
  const events: StreamEvent[] = [];
  const root = { model: turn.model, created_at: turn.createdAt };
  const push = (name: V2EventName, chunk: V2ChatChunk): void => {
    events.push({ name, data: JSON.stringify(chunk) });
  };
  const emit = (name: V2EventName, role: string, content: V2ResponsePart[], state: StateField = {}): void =>
    push(name, { ...root, messages: [{ role, ...state, content }] });
  for (const builtIn of turn.builtIns) {
    const name = builtInNameIn('v2', builtIn.name);
    for (const seconds of builtIn.secondsLeft ?? [undefined]) {
      const left = seconds === undefined ? {} : { seconds_left: seconds };
      emit('response.tool.in_progress', 'assistant', [{ tool_execution: { name, ...left } }]);
    }
    const censored = builtIn.censored === undefined ? {} : { censored: builtIn.censored };
    const execution = { name, status: builtIn.status ?? 'success', ...censored };
    emit('response.tool.completed', 'assistant', [{ tool_execution: execution }]);
  }
  for (const text of turn.reasoning) emit('response.message.delta', 'reasoning', [{ text }]);
  // The state id is told once: with the calls, or with the first words where there are none.
  let state: StateField = turn.calls.length > 0 ? {} : stateField(turn);
  const say = (content: V2ResponsePart[]): void => {
    emit('response.message.delta', 'assistant', content, state);
    state = {};
  };
  if (turn.images.length > 0) say(fileParts(turn));
  for (const [index, text] of turn.text.entries())
    say([index === turn.text.length - 1 ? textPart(text, turn) : { text }]);
  const calls = callParts(turn, options);
  if (calls.length > 0 && options.streamedCall === 'delta')
    emit('response.message.delta', 'assistant', calls, stateField(turn));
  const last: V2ResponseMessage[] =
    calls.length > 0 && options.streamedCall === 'done'
      ? [{ role: 'assistant', ...stateField(turn), content: calls }]
      : Object.keys(state).length > 0
        ? [{ role: 'assistant', ...state, content: [] }]
        : [];
  push('response.message.done', {
    ...root,
    ...(last.length === 0 ? {} : { messages: last }),
    finish_reason: turn.finishReason,
    usage: usageV2(turn),
    ...storageFields(turn),
  });
  return events;
}

function fileParts(turn: SettledTurn): V2ResponsePart[] {
  return turn.images.map(({ fileId, mediaType }) => ({
    files: [{ id: fileId, mime: mediaType, target: mediaType.startsWith('image/') ? 'image' : 'video' }],
  }));
}

function textPart(text: string, { sources }: SettledTurn): V2ResponsePart {
  if (sources.length === 0) return { text };
  const numbered = sources.map(({ url, title }, index) => [
    String(index + 1),
    { url, ...(title === undefined ? {} : { title }) },
  ]);
  return { text, inline_data: { images: [], sources: Object.fromEntries(numbered) } };
}

function callParts(turn: SettledTurn, { callId }: RenderV2Options): V2ResponsePart[] {
  return turn.calls.map(({ name, arguments: args }) => ({
    function_call: { ...(callId === undefined ? {} : { id: callId() }), name, arguments: args },
  }));
}

type StateField = Pick<V2ResponseMessage, 'tool_state_id'>;

function stateField({ stateId }: SettledTurn): StateField {
  return stateId === undefined ? {} : { tool_state_id: stateId };
}

function usageV2({ usage }: SettledTurn): V2Usage {
  // Cached tokens are told apart from the prompt's, as v1 does.
  return {
    input_tokens: usage.promptTokens,
    input_tokens_details: { prompt_tokens: usage.promptTokens, cached_tokens: usage.cachedTokens },
    output_tokens: usage.completionTokens,
    total_tokens: usage.promptTokens + usage.completionTokens,
  };
}

function storageFields(turn: SettledTurn): Pick<V2ChatResponse, 'thread_id' | 'message_id'> {
  return {
    ...(turn.threadId === undefined ? {} : { thread_id: turn.threadId }),
    ...(turn.messageId === undefined ? {} : { message_id: turn.messageId }),
  };
}
