import type { Answer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import { attachFiles } from '../chat/attach-files.ts';
import type { ChatAsk } from '../chat/chat-ask.ts';
import { checkPromptSize } from '../chat/check-prompt-size.ts';
import { parseV1Turn } from '../chat/parse-v1-ask.ts';
import { promptTextOf } from '../chat/prompt-text.ts';
import { settleTurn } from '../chat/settle-turn.ts';
import { validateV1 } from '../chat/validate-v1.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import { renderV1, streamV1 } from '../render/render-v1.ts';
import { streamAnswer } from '../render/stream-answer.ts';
import type { Route } from '../route.ts';

/** `POST /v1/chat/completions`, whole and streamed. */
export const chatV1: Route = {
  method: 'POST',
  path: 'chat/completions',
  generation: 'v1',
  access: 'token',
  body: 'json',
  isCounted: true,
  handle(exchange, { body }): Answer {
    const ask = readAsk(exchange, body);
    const turn = settleTurn(exchange, ask, 'v1');
    const options = {
      object: exchange.world.profile === 'internal' ? 'chat.completions' : 'chat.completion',
      streamedCall: exchange.world.options.v1StreamedCall ?? 'before-finish',
    } as const;
    if (!ask.isStream) return jsonAnswer(renderV1(turn, options));
    return streamAnswer(exchange, streamV1(turn, options), 'v1', ask.updateIntervalMs);
  },
};

function readAsk(exchange: Exchange, sent: unknown): ChatAsk {
  const { body, model } = validateV1(sent, exchange.world.profile);
  const parsed = parseV1Turn(body);
  const wire = Array.isArray(body['messages']) ? body['messages'].filter(isRecord) : [];
  const attachments = attachFiles(
    exchange,
    model,
    wire.map(({ attachments: ids }) => (Array.isArray(ids) ? ids.map(String) : [])),
  );
  const messages = parsed.messages.map((message, index) => {
    const files = attachments[index] ?? [];
    return files.length === 0 ? message : { ...message, attachments: files };
  });
  const turn = { ...parsed, messages, model: model.id };
  const promptText = promptTextOf(turn);
  checkPromptSize(exchange, model, turn, promptText);
  const interval = body['update_interval'];
  return {
    model,
    turn,
    isStream: body['stream'] === true,
    updateIntervalMs: typeof interval === 'number' ? interval * 1000 : 0,
    promptText,
    style: messages.find(({ role }) => role === 'system')?.text,
    isUnfiltered: body['profanity_check'] === false,
    listsTools: false,
  };
}
