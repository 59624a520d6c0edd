import type { Answer } from '../answer.ts';
import { jsonAnswer } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { streamAnswer } from '../render/stream-answer.ts';
import type { StreamEvent } from '../render/stream-event.ts';
import type { ChatAsk } from './chat-ask.ts';
import { recordTurn } from './conversation.ts';
import { settleTurn } from './settle-turn.ts';
import type { SettledTurn } from './settled-turn.ts';

export interface Renderer {
  readonly generation: 'v1' | 'v2';
  whole(turn: SettledTurn): unknown;
  stream(turn: SettledTurn): StreamEvent[];
}

/** Settles the answer, charges for it, keeps it where history is kept, and renders it as it was asked for. */
export function answerChat(exchange: Exchange, ask: ChatAsk, renderer: Renderer): Answer {
  const { world } = exchange;
  world.balances.check(ask.model.id);
  const settled = settleTurn(exchange, ask, renderer.generation);
  world.balances.spend(ask.model.id, settled.usage.promptTokens + settled.usage.completionTokens);
  const { conversation } = ask;
  const turn: SettledTurn =
    conversation === undefined
      ? settled
      : {
          ...settled,
          threadId: conversation.thread.id,
          messageId: recordTurn(exchange, conversation, settled),
        };
  if (ask.isStream)
    return streamAnswer(exchange, renderer.stream(turn), renderer.generation, ask.updateIntervalMs);
  const error = exchange.script?.reply.faults?.find((fault) => fault.type === 'error-event');
  if (error !== undefined) return jsonAnswer({ status: error.status, message: error.message });
  return jsonAnswer(renderer.whole(turn));
}
