import type { BuiltInToolName, JsonValue, TurnEvent } from '@gigakit/core/turn';
import { BuiltInRuns } from './built-in-runs.ts';
import type { CallWarning } from './call-warning.ts';
import type { ChatPart, FileContent } from './chat-part.ts';
import { brokenEnd, fromTurnEnd } from './from-turn-end.ts';
import { providerMetadata } from './provider-metadata.ts';

export interface ChatPartWriterOptions {
  readonly providerName: string;
  /** Those of the call and of the client. */
  readonly warnings: readonly CallWarning[];
  readonly builtInNames: ReadonlyMap<BuiltInToolName, string>;
}

type EventOf<Type extends TurnEvent['type']> = Extract<TurnEvent, { type: Type }>;

/**
 * Turns events into parts, in the order the specification demands: `stream-start` first, every block closed,
 * `finish` last. Files are written by whoever has their bytes; everything else by `write`.
 */
export class ChatPartWriter {
  private readonly options: ChatPartWriterOptions;
  private readonly emit: (part: ChatPart) => void;
  private readonly builtInRuns: BuiltInRuns;
  /** The open text or reasoning block: it must be closed when the stream breaks. */
  private openBlock: { readonly id: string; readonly kind: 'text' | 'reasoning' } | undefined;
  /** A text block's end waits for the next event: if that ends the turn, the block carries the tool state id. */
  private endingTextId: string | undefined;
  private requestId: string | undefined;
  private readonly logprobs: JsonValue[] = [];
  private hasCalls = false;

  constructor(options: ChatPartWriterOptions, emit: (part: ChatPart) => void) {
    this.options = options;
    this.emit = emit;
    this.builtInRuns = new BuiltInRuns(options.builtInNames, emit);
  }

  /** The first part of every stream. */
  start(): void {
    this.emit({ type: 'stream-start', warnings: this.options.warnings });
  }

  write(event: Exclude<TurnEvent, { type: 'file' }>): void {
    if (event.type !== 'turn-end') this.endText(undefined);
    switch (event.type) {
      case 'text-delta':
        return this.emit({ type: 'text-delta', id: event.blockId, delta: event.text });
      case 'turn-end':
        return this.writeEnd(event);
      case 'turn-start':
        return this.writeMetadata(event);
      case 'text-start':
      case 'reasoning-start':
        this.openBlock = { id: event.blockId, kind: event.type === 'text-start' ? 'text' : 'reasoning' };
        return this.emit({ type: event.type, id: event.blockId });
      case 'text-end':
        this.endingTextId = event.blockId;
        return;
      case 'reasoning-delta':
        return this.emit({ type: 'reasoning-delta', id: event.blockId, delta: event.text });
      case 'reasoning-end':
        this.openBlock = undefined;
        return this.emit({ type: 'reasoning-end', id: event.blockId });
      case 'tool-call':
        return this.writeCall(event);
      case 'tool-progress':
        return this.builtInRuns.write(event, this.requestId);
      case 'source':
        return this.emit({ ...event.source, type: 'source', sourceType: 'url' });
      case 'raw':
        return this.emit({ type: 'raw', rawValue: event.value });
      case 'logprobs':
        this.logprobs.push(event.logprobs);
        return;
      case 'unknown':
        // Seen by those who ask for raw chunks.
        return;
      default:
        event satisfies never;
    }
  }

  writeFile(file: FileContent): void {
    this.endText(undefined);
    this.emit(file);
  }

  /** Ends a broken stream: blocks closed, the error told, and `finish` after it so that the step is counted. */
  fail(error: unknown): void {
    this.endText(undefined);
    if (this.openBlock !== undefined) {
      this.emit({ type: `${this.openBlock.kind}-end`, id: this.openBlock.id });
      this.openBlock = undefined;
    }
    this.builtInRuns.end('fail');
    this.emit({ type: 'error', error });
    this.emit({ type: 'finish', ...brokenEnd });
  }

  private writeMetadata(start: EventOf<'turn-start'>): void {
    this.requestId = start.requestId;
    this.emit({
      type: 'response-metadata',
      ...(start.requestId === undefined ? {} : { id: start.requestId }),
      ...(start.createdAtMs === undefined ? {} : { timestamp: new Date(start.createdAtMs) }),
      modelId: start.model,
    });
  }

  private endText(toolStateId: string | undefined): void {
    const id = this.endingTextId;
    if (id === undefined) return;
    this.endingTextId = undefined;
    this.openBlock = undefined;
    const metadata = providerMetadata(this.options.providerName, { toolStateId });
    this.emit({ type: 'text-end', id, ...(metadata === undefined ? {} : { providerMetadata: metadata }) });
  }

  /** The API gives calls whole; the input is told as a stream all the same, since interfaces show it so. */
  private writeCall(call: EventOf<'tool-call'>): void {
    const { id, name: toolName } = call;
    const input = call.inputText ?? JSON.stringify(call.input);
    this.hasCalls = true;
    this.emit({ type: 'tool-input-start', id, toolName });
    this.emit({ type: 'tool-input-delta', id, delta: input });
    this.emit({ type: 'tool-input-end', id });
    this.emit({ type: 'tool-call', toolCallId: id, toolName, input });
  }

  private writeEnd(end: EventOf<'turn-end'>): void {
    this.endText(end.carryOver.toolStateId);
    this.builtInRuns.end(end.finish.reason === 'error' ? 'fail' : 'success');
    const { requestId, hasCalls } = this;
    const logprobs = this.logprobs.length > 1 ? this.logprobs : this.logprobs[0];
    this.emit({
      type: 'finish',
      ...fromTurnEnd({ ...end, requestId, logprobs, hasCalls }, this.options.providerName),
    });
  }
}
