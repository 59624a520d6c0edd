import type { Exchange } from '../exchange.ts';
import type { MindMessage } from '../mind/mind-turn.ts';
import { Refusal } from '../refusal.ts';
import type { Assistant } from '../state/assistant-store.ts';
import type { Thread } from '../state/thread-store.ts';
import type { SettledTurn } from './settled-turn.ts';

/** A chat whose history the server keeps. */
export interface Conversation {
  readonly thread: Thread;
  /** What the model sees before the messages of this request: instructions, then the thread. */
  readonly history: readonly MindMessage[];
  /** What this request adds to the thread before the answer. */
  readonly asked: readonly MindMessage[];
}

export interface ConversationRequest {
  readonly threadId: string | undefined;
  readonly assistantId: string | undefined;
  /** How many messages of the thread the model sees. */
  readonly limit: number | undefined;
  readonly model: string | undefined;
  readonly asked: readonly MindMessage[];
}

/** Opens the thread that a request names, or a new one. @throws Refusal 404 for an unknown thread or assistant. */
export function openConversation(exchange: Exchange, request: ConversationRequest): Conversation {
  const { threads } = exchange.world;
  const account = exchange.token?.account ?? '';
  const known = request.threadId === undefined ? undefined : threads.find(account, request.threadId);
  if (request.threadId !== undefined && known === undefined) throw new Refusal(404, 'Thread not found');
  const assistant = findAssistant(exchange, request.assistantId ?? known?.assistantId);
  const model = request.model ?? known?.model ?? modelOf(assistant) ?? 'GigaChat-2';
  const thread = known ?? threads.create(account, model, assistant?.id);
  thread.model = model;
  thread.assistantId = assistant?.id;
  const seen = request.limit === undefined ? thread.messages : thread.messages.slice(-request.limit);
  const instructions = assistant?.fields['instructions'];
  const said = seen.map(({ message }) => message);
  const hasOwnSystem = [...said, ...request.asked].some(({ role }) => role === 'system');
  return {
    thread,
    history:
      typeof instructions === 'string' && instructions !== '' && !hasOwnSystem
        ? [{ role: 'system', text: instructions }, ...said]
        : said,
    asked: request.asked,
  };
}

/** Writes the request's messages and the answer into the thread; gives the id of the answer. */
export function recordTurn(exchange: Exchange, { thread, asked }: Conversation, turn: SettledTurn): string {
  const { threads } = exchange.world;
  for (const message of asked) threads.add(thread, message);
  const { calls } = turn;
  const answer: MindMessage = {
    role: 'assistant',
    text: turn.text.join(''),
    ...(calls.length === 0 ? {} : { calls }),
  };
  return threads.add(thread, answer, { finishReason: turn.finishReason, model: turn.model }).id;
}

/** @throws Refusal 404 when an id is given and nobody has it. */
export function findAssistant(exchange: Exchange, id: string | undefined): Assistant | undefined {
  if (id === undefined) return undefined;
  const found = exchange.world.assistants.find(exchange.token?.account ?? '', id);
  if (found === undefined) throw new Refusal(404, 'Assistant not found');
  return found;
}

function modelOf(assistant: Assistant | undefined): string | undefined {
  const model = assistant?.fields['model'];
  return typeof model === 'string' ? model : undefined;
}
