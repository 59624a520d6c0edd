import type { Exchange } from '../exchange.ts';
import type { MindTurn } from '../mind/mind-turn.ts';
import { Refusal } from '../refusal.ts';
import type { ServedModel } from '../state/models.ts';

/** @throws Refusal 413 for a prompt, 422 for an attached text, longer than the model's context. */
export function checkPromptSize(
  exchange: Exchange,
  model: ServedModel,
  turn: MindTurn,
  promptText: string,
): void {
  const isOver = (text: string): boolean =>
    // No tokenizer yields more tokens than the text has UTF-8 bytes: most prompts need no count at all.
    text.length * 2 > model.contextTokens && exchange.world.mind.countTokens(text) > model.contextTokens;
  if (isOver(promptText)) throw new Refusal(413, 'Payload too large');
  for (const { attachments = [] } of turn.messages) {
    for (const { bytes, mediaType } of attachments) {
      if (mediaType.startsWith('text/') && isOver(new TextDecoder().decode(bytes)))
        throw new Refusal(422, 'Unprocessable Entity');
    }
  }
}
