import { messageText } from './message-text.ts';
import type { Message } from './message.ts';

/**
 * Counts tokens of many texts at once, in their order. With a client:
 * `async (texts) => (await giga.tokens.count({ input: texts })).map(({ tokens }) => tokens)`.
 */
export type TokenCounter = (texts: readonly string[]) => readonly number[] | Promise<readonly number[]>;

/**
 * The newest part of a conversation, at most so many messages. System messages and the last user message always stay, a tool call
 * stays or goes together with its results, and what stays begins with a user message; so it may be fewer, or, where those
 * that must stay are more, more.
 */
export function trimHistoryByMessages(messages: readonly Message[], maxMessages: number): Message[] {
  return trim(
    messages,
    messages.map(() => 1),
    maxMessages,
  );
}

/**
 * The newest part of a conversation, at most so many tokens, chosen as `trimHistoryByMessages` does. The count is an estimate: the server
 * adds about 15 tokens of its own to a prompt, which are allowed for, and a file costs what only the server knows.
 */
export async function trimHistoryByTokens(
  messages: readonly Message[],
  maxTokens: number,
  countTokens: TokenCounter,
): Promise<Message[]> {
  if (messages.length === 0) return [];
  const costs = await countTokens(messages.map(spokenText));
  return trim(messages, costs, maxTokens - PROMPT_TOKENS);
}

/** What the template of a chat prompt was seen to cost beside the texts. */
const PROMPT_TOKENS = 15;

/** Messages that stay or go together: a call and its results, or one message. */
interface Unit {
  readonly messages: readonly Message[];
  readonly role: Message['role'];
  readonly cost: number;
  readonly isPinned: boolean;
}

function trim(messages: readonly Message[], costs: readonly number[], budget: number): Message[] {
  const units = toUnits(messages, costs);
  let left = budget;
  for (const unit of units) if (unit.isPinned) left -= unit.cost;
  const kept = new Set<Unit>();
  let isFull = false;
  for (const unit of units.toReversed()) {
    if (unit.isPinned) {
      kept.add(unit);
      continue;
    }
    // Older ones are not let in by being small: a gap in a conversation confuses more than its end.
    isFull ||= unit.cost > left;
    if (isFull) continue;
    left -= unit.cost;
    kept.add(unit);
  }
  return beginWithUser(units.filter((unit) => kept.has(unit))).flatMap((unit) => unit.messages);
}

function toUnits(messages: readonly Message[], costs: readonly number[]): Unit[] {
  const lastUser = messages.findLastIndex((message) => message.role === 'user');
  const units: Unit[] = [];
  messages.forEach((message, index) => {
    const previous = units.at(-1);
    const cost = costs[index] ?? 0;
    if (
      message.role === 'tool' &&
      previous !== undefined &&
      (previous.role === 'assistant' || previous.role === 'tool')
    ) {
      const together = [...previous.messages, message];
      units[units.length - 1] = { ...previous, messages: together, cost: previous.cost + cost };
      return;
    }
    units.push({
      messages: [message],
      role: message.role,
      cost,
      isPinned: message.role === 'system' || index === lastUser,
    });
  });
  return units;
}

/** Answers whose question is gone go too. A conversation without any user message is left as it is. */
function beginWithUser(units: readonly Unit[]): readonly Unit[] {
  const firstUser = units.findIndex((unit) => unit.role === 'user');
  return units.filter((unit, index) => unit.role === 'system' || index >= firstUser);
}

/** All of a message that the model reads as text. */
function spokenText(message: Message): string {
  if (typeof message.content === 'string') return message.content;
  const texts = [messageText(message)];
  for (const part of message.content) {
    if (part.type === 'tool-call') texts.push(part.name, JSON.stringify(part.input));
    if (part.type === 'tool-result') texts.push(part.name ?? '', JSON.stringify(part.output));
  }
  return texts.filter((text) => text !== '').join('\n');
}
