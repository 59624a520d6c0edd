import type { Exchange } from '../exchange.ts';
import type { MindMessage, MindTurn } from '../mind/mind-turn.ts';
import type { ServedModel } from '../state/models.ts';
import { attachFiles } from './attach-files.ts';
import type { ChatAsk } from './chat-ask.ts';
import { checkPromptSize } from './check-prompt-size.ts';
import { promptTextOf } from './prompt-text.ts';

export interface AskParts extends Omit<ChatAsk, 'turn' | 'promptText' | 'style'> {
  readonly model: ServedModel;
  readonly turn: Omit<MindTurn, 'model'>;
  /** Ids of the files in each message. */
  readonly fileIds: readonly (readonly string[])[];
}

/** The last checks, which need the files and the whole prompt, and the ask they lead to. */
export function buildAsk(exchange: Exchange, { fileIds, turn, ...parts }: AskParts): ChatAsk {
  const { model, conversation } = parts;
  const attachments = attachFiles(exchange, model, fileIds);
  const asked = turn.messages.map((message, index): MindMessage => {
    const files = attachments[index] ?? [];
    return files.length === 0 ? message : { ...message, attachments: files };
  });
  const messages = [...(conversation?.history ?? []), ...asked];
  const whole: MindTurn = {
    ...turn,
    messages,
    model: model.id,
    wantsReasoning: turn.wantsReasoning === true || model.id.includes('Reasoning'),
  };
  const promptText = promptTextOf(whole);
  checkPromptSize(exchange, model, whole, promptText);
  return {
    ...parts,
    turn: whole,
    promptText,
    style: messages.find(({ role }) => role === 'system')?.text,
  };
}
