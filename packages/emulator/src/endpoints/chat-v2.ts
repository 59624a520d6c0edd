import { answerChat } from '../chat/answer-chat.ts';
import { buildAsk } from '../chat/build-ask.ts';
import type { ChatAsk } from '../chat/chat-ask.ts';
import type { Conversation } from '../chat/conversation.ts';
import { openConversation } from '../chat/conversation.ts';
import { v2FileIdsOf, parseV2Turn } from '../chat/parse-v2-turn.ts';
import { findChatModel } from '../chat/validate-v1.ts';
import { validateV2 } from '../chat/validate-v2.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import type { MindMessage } from '../mind/mind-turn.ts';
import { renderV2, streamV2 } from '../render/render-v2.ts';
import type { Route } from '../route.ts';

/** `POST /v2/chat/completions`, whole and streamed. */
export const chatV2: Route = {
  method: 'POST',
  path: 'chat/completions',
  generation: 'v2',
  access: 'token',
  body: 'json',
  isCounted: true,
  handle(exchange, { body }) {
    const { options: chosen, ids } = exchange.world;
    const options = {
      streamedCall: chosen.v2StreamedCall ?? 'done',
      callId: chosen.v2ToolRole === 'live-2026-09' ? () => ids.uuid() : undefined,
    } as const;
    return answerChat(exchange, readAsk(exchange, body), {
      generation: 'v2',
      whole: (turn) => renderV2(turn, options),
      stream: (turn) => streamV2(turn, options),
    });
  },
};

function readAsk(exchange: Exchange, sent: unknown): ChatAsk {
  const { world, token } = exchange;
  const { body, model } = validateV2(sent, {
    ...world.options,
    profile: world.profile,
    scope: token?.scope,
  });
  const turn = parseV2Turn(body);
  const conversation = conversationOf(exchange, body, turn.messages);
  const options = isRecord(body['model_options']) ? body['model_options'] : {};
  const interval = options['update_interval'];
  return buildAsk(exchange, {
    model: conversation === undefined ? model : findChatModel(conversation.thread.model, world.profile),
    turn,
    fileIds: v2FileIdsOf(body),
    conversation,
    isStream: body['stream'] === true,
    updateIntervalMs: typeof interval === 'number' ? interval * 1000 : 0,
    isUnfiltered: body['disable_filter'] === true,
    listsTools: Array.isArray(body['tools']) && body['tools'].length > 0,
  });
}

/** `storage`, even an empty one, starts or goes on with a thread; so does an assistant. */
function conversationOf(
  exchange: Exchange,
  body: Readonly<Record<string, unknown>>,
  asked: readonly MindMessage[],
): Conversation | undefined {
  const { storage: wanted, assistant_id: assistantId, model } = body;
  if (!isRecord(wanted) && wanted !== true && assistantId === undefined) return undefined;
  const storage = isRecord(wanted) ? wanted : {};
  return openConversation(exchange, {
    threadId: typeof storage['thread_id'] === 'string' ? storage['thread_id'] : undefined,
    assistantId: typeof assistantId === 'string' ? assistantId : undefined,
    limit: typeof storage['limit'] === 'number' ? storage['limit'] : undefined,
    model: typeof model === 'string' ? model : undefined,
    asked,
  });
}
