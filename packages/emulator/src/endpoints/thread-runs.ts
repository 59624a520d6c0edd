import type { Answer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import { answerChat } from '../chat/answer-chat.ts';
import type { Renderer } from '../chat/answer-chat.ts';
import { buildAsk } from '../chat/build-ask.ts';
import { openConversation } from '../chat/conversation.ts';
import { parseV1Turn, v1FileIdsOf } from '../chat/parse-v1-turn.ts';
import { findChatModel, validateV1 } from '../chat/validate-v1.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import type { MindTurn } from '../mind/mind-turn.ts';
import { renderRun, streamRun } from '../render/render-run.ts';
import type { Route } from '../route.ts';
import { optionalText } from '../text-of.ts';
import { messageJson, requireThread } from './threads.ts';

type Json = Readonly<Record<string, unknown>>;

const common = { generation: 'v1', access: 'token' } as const;
const renderer: Renderer = { generation: 'v1', whole: renderRun, stream: streamRun };

/** `POST /v1/threads/messages/run`: messages for a thread and the answer to them. */
export const runMessages: Route = {
  ...common,
  method: 'POST',
  path: 'threads/messages/run',
  body: 'json',
  isCounted: true,
  handle(exchange, { body: sent }) {
    const { body } = validateV1(isRecord(sent) ? { storage: {}, ...sent } : sent, exchange.world.profile);
    return answer(exchange, body, parseV1Turn(body), optionalText(body['thread_id']));
  },
};

/** `POST /v1/threads/messages/rerun`: the last answer of a thread, given again. */
export const rerunMessages: Route = {
  ...common,
  method: 'POST',
  path: 'threads/messages/rerun',
  body: 'json',
  isCounted: true,
  handle(exchange, { body }) {
    const fields = isRecord(body) ? body : {};
    const thread = requireThread(exchange, fields['thread_id']);
    if (thread.messages.at(-1)?.message.role === 'assistant') thread.messages.pop();
    return answer(exchange, fields, parseV1Turn({ ...fields, messages: [] }), thread.id);
  },
};

/** `POST /v1/threads/run`: starts an answer and does not wait for it. Here it is ready at the first look. */
export const startRun: Route = {
  ...common,
  method: 'POST',
  path: 'threads/run',
  body: 'json',
  isCounted: true,
  handle(exchange, { body }) {
    const fields = isRecord(body) ? body : {};
    const thread = requireThread(exchange, fields['thread_id']);
    const answered = answer(exchange, fields, parseV1Turn({ ...fields, messages: [] }), thread.id);
    // A streamed run is waited for: its answer is the stream itself.
    if (fields['stream'] === true) return answered;
    return jsonAnswer({ status: 'in_progress', thread_id: thread.id, created_at: thread.updatedAt });
  },
};

/** `GET /v1/threads/run?thread_id=`. */
export const retrieveRun: Route = {
  ...common,
  method: 'GET',
  path: 'threads/run',
  body: 'none',
  handle(exchange) {
    const thread = requireThread(exchange, exchange.url.searchParams.get('thread_id') ?? undefined);
    return jsonAnswer({
      status: 'ready',
      thread_id: thread.id,
      updated_at: thread.updatedAt,
      model: thread.model,
      messages: thread.messages.slice(-1).map(messageJson),
    });
  },
};

function answer(
  exchange: Exchange,
  body: Json,
  turn: Omit<MindTurn, 'model'>,
  threadId: string | undefined,
): Answer {
  const conversation = openConversation(exchange, {
    threadId,
    assistantId: optionalText(body['assistant_id']),
    limit: undefined,
    model: optionalText(body['model']),
    asked: turn.messages,
  });
  const interval = body['update_interval'];
  const ask = buildAsk(exchange, {
    model: findChatModel(conversation.thread.model, exchange.world.profile),
    turn,
    fileIds: v1FileIdsOf(body),
    conversation,
    isStream: body['stream'] === true,
    updateIntervalMs: typeof interval === 'number' ? interval * 1000 : 0,
    isUnfiltered: body['profanity_check'] === false,
    listsTools: false,
  });
  return answerChat(exchange, ask, renderer);
}
