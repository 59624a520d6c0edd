import { isToolUIPart, type UIMessage } from 'ai';

/**
 * The history without the calls that a framework could not place: those cut off before their result came, and those
 * that GigaChat ran itself, whose outcome stands in the answer.
 */
export function dropLooseCalls(messages: readonly UIMessage[]): UIMessage[] {
  return messages.map((message) => ({
    ...message,
    parts: message.parts.filter(
      (part) =>
        !isToolUIPart(part) ||
        (part.providerExecuted !== true &&
          (part.state === 'output-available' || part.state === 'output-error')),
    ),
  }));
}
