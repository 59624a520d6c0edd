import type { Exchange } from '../exchange.ts';
import type { AnswerReply } from '../reply.ts';
import type { ChatAsk } from './chat-ask.ts';
import type { SettledUsage } from './settled-turn.ts';

/** What a chat template adds to any prompt. */
const templateTokens = 15;
/** A cold request of the public hosts still reports this many cached tokens; internal stands report none. */
const coldTokens = 2;

/** Counts the prompt and the answer; the prefix of a prompt seen in the same session is reported as cached. */
export function settleUsage(
  exchange: Exchange,
  ask: ChatAsk,
  reply: AnswerReply,
  answer: { readonly text: readonly string[]; readonly reasoning: readonly string[] },
): SettledUsage {
  const { usage } = reply;
  if (usage !== undefined) return { ...usage, cachedTokens: usage.cachedTokens ?? 0 };
  const { mind, prefixCache, profile } = exchange.world;
  const promptTokens = mind.countTokens(ask.promptText) + templateTokens;
  const prefix = prefixCache.reuse(exchange.sessionId, ask.model.id, ask.promptText);
  const cold = profile === 'internal' ? 0 : coldTokens;
  const cachedTokens = Math.min(promptTokens - 1, Math.max(cold, mind.countTokens(prefix)));
  const calls = (reply.calls ?? []).map((call) => call.name + JSON.stringify(call.arguments)).join('');
  const said = answer.reasoning.join('') + answer.text.join('') + calls;
  return {
    promptTokens: promptTokens - cachedTokens,
    completionTokens: Math.max(1, mind.countTokens(said)),
    cachedTokens,
  };
}
