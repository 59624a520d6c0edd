import type { JsonObject, TurnEvent } from '@gigakit/core/turn';
import type { CallWarning } from '../convert/call-warning.ts';
import type { ChatCall } from '../convert/chat-call.ts';
import type { ChatPart } from '../convert/chat-part.ts';
import { fromGigaChatError } from '../convert/from-gigachat-error.ts';
import { fromWarning } from '../convert/from-warning.ts';
import { toTurnRequest } from '../convert/to-turn-request.ts';
import type { ModelContext } from '../model-context.ts';
import { downloadFile } from './download-file.ts';
import { partStream } from './part-stream.ts';

export interface StreamedChat<Part> {
  readonly stream: ReadableStream<Part>;
  readonly warnings: readonly CallWarning[];
  readonly request: { readonly body: JsonObject };
  readonly response: { readonly headers: Record<string, string> };
}

/**
 * One answer as it comes. Resolves once the first words are there, so that a server that fails at once rejects
 * here, where `ai` still tries again; what fails later is told within the stream. `toPart` gives the major's own
 * part, or none where it has no word for it.
 */
export async function streamChat<Part>(
  context: ModelContext,
  call: ChatCall,
  toPart: (part: ChatPart) => Part | undefined,
): Promise<StreamedChat<Part>> {
  const { providerName } = context;
  const chat = toTurnRequest(call, context);
  const explain = (error: unknown): unknown =>
    fromGigaChatError(error, { url: 'chat/completions', requestBody: chat.request });
  try {
    const client = context.client();
    const turn = await client.chat.stream(chat.request, chat.options);
    const batches = turn.batches[Symbol.asyncIterator]();
    const opening = await readOpening(batches);
    const warnings = [...chat.warnings, ...warningsOf(opening)];
    return {
      stream: partStream({
        opening,
        next: () => batches.next(),
        cancel: (reason) => turn.cancel(reason),
        writer: { ...chat, providerName, warnings },
        toPart,
        download: (file) => downloadFile(client, file, chat.options, providerName),
        signal: chat.options.signal,
        explain,
      }),
      warnings,
      request: { body: turn.request },
      response: { headers: { ...turn.headers } },
    };
  } catch (error) {
    throw explain(error);
  }
}

/** Events up to the first that says something: an answer has begun only then. */
async function readOpening(batches: AsyncIterator<readonly TurnEvent[]>): Promise<readonly TurnEvent[]> {
  const opening: TurnEvent[] = [];
  for (;;) {
    const next = await batches.next();
    if (next.done === true) return opening;
    opening.push(...next.value);
    if (next.value.some((event) => event.type !== 'turn-start' && event.type !== 'raw')) return opening;
  }
}

function warningsOf(opening: readonly TurnEvent[]): CallWarning[] {
  const start = opening.find((event) => event.type === 'turn-start');
  return start?.warnings.map(fromWarning) ?? [];
}
