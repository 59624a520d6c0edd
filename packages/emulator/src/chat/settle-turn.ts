import type { JsonObject } from '@gigakit/core/turn';
import type { Exchange } from '../exchange.ts';
import type { AnswerReply } from '../reply.ts';
import { Refusal } from '../refusal.ts';
import { cutText } from '../render/cut-text.ts';
import type { ChatAsk } from './chat-ask.ts';
import { settleUsage } from './settle-usage.ts';
import type { SettledImage, SettledTurn } from './settled-turn.ts';

/** Decides the answer: the script's, with the mind filling in what the script leaves open. */
export function settleTurn(exchange: Exchange, ask: ChatAsk, generation: 'v1' | 'v2'): SettledTurn {
  const { world } = exchange;
  const scripted = exchange.script?.reply;
  const reply =
    scripted !== undefined && saysSomething(scripted) ? scripted : thinkOf(exchange, ask, scripted);
  const calls = reply.calls ?? [];
  if (generation === 'v1' && calls.length > 1)
    throw new Refusal(500, 'The scripted reply has several calls, and a v1 answer has room for one');
  exchange.script?.use();
  const images = storeImages(exchange, ask, reply);
  const granularity = world.options.granularity ?? 'phrase';
  const cut = (text: string | readonly string[] | undefined): readonly string[] =>
    typeof text === 'string' ? gathered(cutText(text, granularity), ask.updateIntervalMs) : (text ?? []);
  const text = cut(reply.text);
  const reasoning = cut(reply.reasoning);
  const hasCalls = calls.length > 0;
  const builtIns = reply.builtIns ?? [];
  return {
    model: reply.model ?? `${ask.model.id}:${ask.model.version}`,
    createdAt: Math.floor(world.now() / 1000),
    reasoning,
    text,
    // Whatever a test scripts is about to be written as JSON.
    calls: calls.map((call) => ({ name: call.name, arguments: call.arguments as JsonObject })),
    builtIns,
    images,
    sources: reply.sources ?? [],
    finishReason: reply.finishReason ?? (hasCalls ? 'function_call' : 'stop'),
    stateId: stateIdOf(
      exchange,
      reply,
      hasCalls || images.length > 0 || builtIns.length > 0 || ask.listsTools,
    ),
    usage: settleUsage(exchange, ask, reply, { text, reasoning }),
  };
}

/** A reply that holds nothing but faults, usage or a model leaves the words to the mind. */
function saysSomething(reply: AnswerReply): boolean {
  return [
    reply.text,
    reply.reasoning,
    reply.calls,
    reply.builtIns,
    reply.images,
    reply.sources,
    reply.finishReason,
  ].some((field) => field !== undefined);
}

const refusalText = 'Не люблю менять тему разговора, но вот сейчас тот самый случай.';

function thinkOf(exchange: Exchange, ask: ChatAsk, scripted: AnswerReply | undefined): AnswerReply {
  const { world } = exchange;
  const extras = { ...scripted };
  if (!ask.isUnfiltered && isBlacklisted(world.options.blacklist ?? [], ask))
    return { ...extras, type: 'answer', text: refusalText, finishReason: 'blacklist' };
  const thought = world.mind.answer(ask.turn);
  const isDrawing = (thought.images?.length ?? 0) > 0 && thought.builtIns === undefined;
  return {
    ...thought,
    ...(isDrawing ? { builtIns: [{ name: 'text2image', secondsLeft: [15, 5] }] } : {}),
    ...extras,
  };
}

function isBlacklisted(words: readonly (string | RegExp)[], ask: ChatAsk): boolean {
  const asked = ask.turn.messages.findLast(({ role }) => role === 'user')?.text ?? '';
  return words.some((word) => (typeof word === 'string' ? asked.includes(word) : word.test(asked)));
}

/** About how long a model takes for one chunk. */
const chunkMs = 200;

/** An update interval makes chunks rarer and bigger. */
function gathered(chunks: readonly string[], intervalMs: number): readonly string[] {
  const size = Math.max(1, Math.ceil(intervalMs / chunkMs));
  const groups: string[] = [];
  for (let at = 0; at < chunks.length; at += size) groups.push(chunks.slice(at, at + size).join(''));
  return groups;
}

function stateIdOf(exchange: Exchange, reply: AnswerReply, isWanted: boolean): string | undefined {
  const scripted = reply.calls?.[0]?.stateId;
  if (scripted === null || !isWanted) return undefined;
  return scripted ?? exchange.world.ids.timeUuid(exchange.world.now());
}

function storeImages(exchange: Exchange, ask: ChatAsk, reply: AnswerReply): readonly SettledImage[] {
  const { world } = exchange;
  return (reply.images ?? []).map((image) => {
    const drawing =
      image.bytes === undefined
        ? world.mind.draw({
            prompt: image.prompt ?? ask.turn.messages.at(-1)?.text ?? '',
            ...(ask.style === undefined ? {} : { style: ask.style }),
          })
        : { bytes: image.bytes, mediaType: image.mediaType ?? 'image/jpeg' };
    const stored = world.files.add(exchange, {
      bytes: drawing.bytes,
      mediaType: drawing.mediaType,
      filename: `generated.${drawing.mediaType.split('/')[1] ?? 'bin'}`,
      purpose: 'general',
    });
    return { fileId: stored.id, mediaType: drawing.mediaType };
  });
}
