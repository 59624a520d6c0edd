import type { AssistantMessage, BuiltInToolName, TurnResult } from '@gigakit/core/turn';
import { BuiltInRuns } from './built-in-runs.ts';
import type { CallWarning } from './call-warning.ts';
import type { ChatContent, ChatEnd, FileContent } from './chat-part.ts';
import { fromTurnEnd } from './from-turn-end.ts';
import { fromWarning } from './from-warning.ts';
import { providerMetadata } from './provider-metadata.ts';

export interface ChatAnswer {
  readonly content: readonly ChatContent[];
  readonly end: ChatEnd;
  readonly warnings: readonly CallWarning[];
}

export interface FromTurnResultOptions {
  readonly providerName: string;
  readonly warnings: readonly CallWarning[];
  readonly builtInNames: ReadonlyMap<BuiltInToolName, string>;
}

/** A whole turn, and the bytes of the files it made, as content in the order the model made it. */
export function fromTurnResult(
  turn: TurnResult,
  files: ReadonlyMap<string, FileContent>,
  options: FromTurnResultOptions,
): ChatAnswer {
  const content: ChatContent[] = [];
  const metadata = providerMetadata(options.providerName, { toolStateId: turn.carryOver.toolStateId });
  const textMetadata = metadata === undefined ? {} : { providerMetadata: metadata };
  const runs = new BuiltInRuns(options.builtInNames, (part) => {
    if (part.type === 'tool-call' || part.type === 'tool-result') content.push(part);
  });
  // The server runs its tools before it answers.
  for (const event of turn.toolProgress) runs.write(event, turn.requestId);
  runs.end(turn.finishReason === 'error' ? 'fail' : 'success');
  for (const part of partsOf(turn.message)) {
    switch (part.type) {
      case 'text':
        if (part.text !== '') content.push({ type: 'text', text: part.text, ...textMetadata });
        break;
      case 'reasoning':
        content.push({ type: 'reasoning', text: part.text });
        break;
      case 'tool-call':
        content.push({
          type: 'tool-call',
          toolCallId: part.id,
          toolName: part.name,
          input: part.inputText ?? JSON.stringify(part.input),
        });
        break;
      case 'file': {
        const file = part.fileId === undefined ? undefined : files.get(part.fileId);
        if (file !== undefined) content.push(file);
        break;
      }
      default:
        part satisfies never;
    }
  }
  for (const source of turn.sources) content.push({ ...source, type: 'source', sourceType: 'url' });
  return {
    content,
    end: fromTurnEnd(
      {
        finish: { reason: turn.finishReason, raw: turn.rawFinishReason },
        usage: turn.usage,
        carryOver: turn.carryOver,
        requestId: turn.requestId,
        logprobs: turn.logprobs,
        hasCalls: turn.toolCalls.length > 0,
      },
      options.providerName,
    ),
    warnings: [...options.warnings, ...turn.warnings.map(fromWarning)],
  };
}

function partsOf(message: AssistantMessage): Exclude<AssistantMessage['content'], string> {
  return typeof message.content === 'string' ? [{ type: 'text', text: message.content }] : message.content;
}
