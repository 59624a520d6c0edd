import type { V1ChatChunk, V1ChatResponse, V1ResponseMessage, V1Usage } from '@gigakit/core/wire';
import type { SettledTurn } from '../chat/settled-turn.ts';
import { builtInNameIn } from './built-in-name-in.ts';
import type { StreamEvent } from './stream-event.ts';

export interface RenderV1Options {
  /** `chat.completion`; internal stands say `chat.completions`. */
  readonly object: string;
  readonly streamedCall: 'before-finish' | 'with-finish';
  /** Cuts an image tag as generated text is cut: clients meet it in pieces. */
  readonly cutTag: (tag: string) => readonly string[];
}

/** A whole v1 answer; the order of keys is the recorded one. */
export function renderV1(turn: SettledTurn, { object }: Pick<RenderV1Options, 'object'>): V1ChatResponse {
  const message = {
    content: [...turn.images.map(imageTag), ...turn.text].join(''),
    role: 'assistant',
    ...callFields(turn),
    ...(turn.reasoning.length === 0 ? {} : { reasoning_content: turn.reasoning.join('') }),
  };
  return {
    choices: [{ message, index: 0, finish_reason: turn.finishReason }],
    created: turn.createdAt,
    model: turn.model,
    object,
    usage: usageV1(turn),
    ...storageFields(turn),
  };
}

/** The same answer as stream events, `[DONE]` included. */
export function streamV1(turn: SettledTurn, options: RenderV1Options): StreamEvent[] {
  const events: StreamEvent[] = [];
  const root = { created: turn.createdAt, model: turn.model, object: options.object };
  const push = (chunk: V1ChatChunk): void => {
    events.push({ data: JSON.stringify(chunk) });
  };
  const emit = (delta: Partial<V1ResponseMessage>): void => push({ choices: [{ delta, index: 0 }], ...root });
  let isRoleSaid = false;
  const role = (): { role?: 'assistant' } => {
    if (isRoleSaid) return {};
    isRoleSaid = true;
    return { role: 'assistant' };
  };
  for (const builtIn of turn.builtIns) {
    for (const seconds of builtIn.secondsLeft ?? []) {
      emit({
        role: 'function_in_progress',
        content: String(seconds),
        name: builtInNameIn('v1', builtIn.name),
        created: turn.createdAt,
      });
    }
  }
  for (const text of turn.reasoning) emit({ content: '', ...role(), reasoning_content: text });
  // The state id of a built-in comes with the first words of the answer.
  let stateId = turn.calls.length === 0 && turn.stateId !== undefined ? turn.stateId : undefined;
  const tags = turn.images.flatMap((image) => options.cutTag(imageTag(image)));
  for (const content of [...tags, ...turn.text]) {
    emit({ content, ...role(), ...(stateId === undefined ? {} : { functions_state_id: stateId }) });
    stateId = undefined;
  }
  const call = turn.calls[0];
  const isShared = options.streamedCall === 'with-finish' && call !== undefined;
  if (call !== undefined && !isShared) emit({ content: '', ...role(), ...callFields(turn) });
  push({
    choices: [
      {
        delta: {
          content: '',
          ...(isShared || !isRoleSaid ? role() : {}),
          ...(isShared ? callFields(turn) : {}),
          ...(stateId === undefined ? {} : { functions_state_id: stateId }),
        },
        index: 0,
        finish_reason: turn.finishReason,
      },
    ],
    ...root,
    usage: usageV1(turn),
    ...storageFields(turn),
  });
  events.push({ data: '[DONE]' });
  return events;
}

function callFields(turn: SettledTurn): Partial<V1ResponseMessage> {
  const call = turn.calls[0];
  return {
    ...(call === undefined ? {} : { function_call: { name: call.name, arguments: call.arguments } }),
    ...(turn.stateId === undefined ? {} : { functions_state_id: turn.stateId }),
  };
}

export function usageV1({ usage }: SettledTurn): V1Usage {
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    total_tokens: usage.promptTokens + usage.completionTokens,
    precached_prompt_tokens: usage.cachedTokens,
  };
}

function imageTag(image: SettledTurn['images'][number]): string {
  return image.mediaType.startsWith('image/')
    ? `<img src="${image.fileId}" fuse="true"/> `
    : `<video cover="${image.fileId}" src="${image.fileId}" fuse="true"/> `;
}

function storageFields(turn: SettledTurn): Record<string, string> {
  return {
    ...(turn.threadId === undefined ? {} : { thread_id: turn.threadId }),
    ...(turn.messageId === undefined ? {} : { message_id: turn.messageId }),
  };
}
