import type { Renderer } from '../chat/answer-chat.ts';
import { answerChat } from '../chat/answer-chat.ts';
import { buildAsk } from '../chat/build-ask.ts';
import type { ChatAsk } from '../chat/chat-ask.ts';
import { openConversation } from '../chat/conversation.ts';
import { parseV1Turn, v1FileIdsOf } from '../chat/parse-v1-turn.ts';
import { settleTurn } from '../chat/settle-turn.ts';
import { findChatModel, validateV1 } from '../chat/validate-v1.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import { cutText } from '../render/cut-text.ts';
import { renderV1, streamV1 } from '../render/render-v1.ts';
import { optionalText } from '../text-of.ts';
import type { Route } from '../route.ts';

/** `POST /v1/chat/completions`, whole and streamed. */
export const chatV1: Route = {
  method: 'POST',
  path: 'chat/completions',
  generation: 'v1',
  access: 'token',
  body: 'json',
  isCounted: true,
  handle: (exchange, { body }) => answerChat(exchange, readAsk(exchange, body), rendererOf(exchange)),
};

/** The answer in one piece, for a line of a batch. */
export function completeV1(exchange: Exchange, body: unknown): unknown {
  return rendererOf(exchange).whole(settleTurn(exchange, readAsk(exchange, body), 'v1'));
}

function rendererOf({ world }: Exchange): Renderer {
  const options = {
    object: world.profile === 'internal' ? 'chat.completions' : 'chat.completion',
    streamedCall: world.options.v1StreamedCall ?? 'before-finish',
    cutTag: (tag: string) => cutText(tag, world.options.granularity ?? 'phrase'),
  } as const;
  return {
    generation: 'v1',
    whole: (turn) => renderV1(turn, options),
    stream: (turn) => streamV1(turn, options),
  };
}

function readAsk(exchange: Exchange, sent: unknown): ChatAsk {
  const { world } = exchange;
  const { body, model } = validateV1(sent, world.profile, world.options.unknownRootFields);
  const turn = parseV1Turn(body);
  const storage = isRecord(body['storage']) ? body['storage'] : undefined;
  const conversation =
    storage === undefined
      ? undefined
      : openConversation(exchange, {
          threadId: optionalText(storage['thread_id']),
          assistantId: optionalText(storage['assistant_id']),
          limit: typeof storage['limit'] === 'number' ? storage['limit'] : undefined,
          model: optionalText(body['model']),
          asked: turn.messages,
        });
  const interval = body['update_interval'];
  return buildAsk(exchange, {
    model: conversation === undefined ? model : findChatModel(conversation.thread.model, world.profile),
    turn,
    fileIds: v1FileIdsOf(body),
    conversation,
    isStream: body['stream'] === true,
    updateIntervalMs: typeof interval === 'number' ? interval * 1000 : 0,
    isUnfiltered: body['profanity_check'] === false,
    listsTools: false,
  });
}
