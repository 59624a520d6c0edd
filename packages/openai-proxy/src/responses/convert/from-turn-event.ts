import type { TurnEvent, Usage } from '@gigakit/core/turn';
import { encodeSse } from '@gigakit/core/wire';
import { fromFinish } from '../../chat-completions/convert/from-finish.ts';
import { fromGeneratedFile } from '../../from-generated-file.ts';
import { createFenceStripper } from '../../json-object-mode.ts';
import type { ProxyError } from '../../proxy-error.ts';
import type { OutputItem, OutputText, UrlAnnotation } from '../openai-types.ts';
import { responseObject, type ResponseHead, type ResponseState } from '../response-object.ts';

export interface ResponseEncoderOptions {
  readonly head: ResponseHead;
  readonly isJsonObject: boolean;
  readonly baseUrl: string;
}

export interface ResponseEncoder {
  push(events: readonly TurnEvent[]): string;
  /** The event that tells of a failure after the beginning. */
  fail(error: ProxyError): string;
  /** Everything so far; the whole answer after the turn's end. */
  state(): ResponseState;
}

type OpenItem =
  | { readonly type: 'message'; readonly id: string; text: string; readonly annotations: UrlAnnotation[] }
  | { readonly type: 'reasoning'; readonly id: string; text: string };

/** Turn events to the events of the Responses API. Whole answers are folded by the same code, and its text thrown away. */
export function createResponseEncoder({
  head,
  isJsonObject,
  baseUrl,
}: ResponseEncoderOptions): ResponseEncoder {
  const output: OutputItem[] = [];
  const fence = isJsonObject ? createFenceStripper() : undefined;
  let state: ResponseState = { status: 'in_progress', output };
  let open: OpenItem | undefined;
  let sequence = 0;
  let isBegun = false;

  const emit = (type: string, fields: object) => {
    const data = JSON.stringify({ type, sequence_number: sequence, ...fields });
    sequence += 1;
    return encodeSse({ event: type, data });
  };
  const whole = (type: string) => emit(type, { response: responseObject(head, state) });
  const place = () => ({ output_index: output.length });
  const begin = () => {
    if (isBegun) return '';
    isBegun = true;
    return whole('response.created') + whole('response.in_progress');
  };

  const openItem = (type: OpenItem['type']): string => {
    if (open?.type === type) return '';
    const closed = closeItem();
    if (type === 'message') {
      open = { type, id: `msg_${newId()}`, text: '', annotations: [] };
      const item: OutputItem = { type, id: open.id, role: 'assistant', status: 'in_progress', content: [] };
      return (
        closed +
        emit('response.output_item.added', { ...place(), item }) +
        emit('response.content_part.added', {
          ...place(),
          item_id: open.id,
          content_index: 0,
          part: textPart('', []),
        })
      );
    }
    open = { type, id: `rs_${newId()}`, text: '' };
    const item: OutputItem = { type, id: open.id, status: 'in_progress', summary: [] };
    const part = { type: 'summary_text', text: '' };
    return (
      closed +
      emit('response.output_item.added', { ...place(), item }) +
      emit('response.reasoning_summary_part.added', { ...place(), item_id: open.id, summary_index: 0, part })
    );
  };

  const closeItem = (): string => {
    const item = open;
    if (item === undefined) return '';
    open = undefined;
    const at = { ...place(), item_id: item.id };
    if (item.type === 'message') {
      const part = textPart(item.text, item.annotations);
      const done: OutputItem = {
        type: 'message',
        id: item.id,
        role: 'assistant',
        status: 'completed',
        content: [part],
      };
      const text =
        emit('response.output_text.done', { ...at, content_index: 0, text: item.text, logprobs: [] }) +
        emit('response.content_part.done', { ...at, content_index: 0, part }) +
        emit('response.output_item.done', { ...place(), item: done });
      output.push(done);
      return text;
    }
    const part = { type: 'summary_text' as const, text: item.text };
    const done: OutputItem = { type: 'reasoning', id: item.id, status: 'completed', summary: [part] };
    const text =
      emit('response.reasoning_summary_text.done', { ...at, summary_index: 0, text: item.text }) +
      emit('response.reasoning_summary_part.done', { ...at, summary_index: 0, part }) +
      emit('response.output_item.done', { ...place(), item: done });
    output.push(done);
    return text;
  };

  const addText = (text: string): string => {
    if (text === '') return '';
    const opened = openItem('message');
    if (open === undefined) return opened;
    open.text += text;
    return (
      opened +
      emit('response.output_text.delta', {
        ...place(),
        item_id: open.id,
        content_index: 0,
        delta: text,
        logprobs: [],
      })
    );
  };

  const addReasoning = (text: string): string => {
    const opened = openItem('reasoning');
    if (open === undefined) return opened;
    open.text += text;
    const at = { ...place(), item_id: open.id, summary_index: 0 };
    return opened + emit('response.reasoning_summary_text.delta', { ...at, delta: text });
  };

  const addCall = (event: Extract<TurnEvent, { type: 'tool-call' }>): string => {
    const closed = closeItem();
    const id = `fc_${newId()}`;
    const text = event.inputText ?? JSON.stringify(event.input);
    const base = { type: 'function_call' as const, id, call_id: event.id, name: event.name };
    const done: OutputItem = { ...base, arguments: text, status: 'completed' };
    const at = { ...place(), item_id: id };
    const events =
      emit('response.output_item.added', {
        ...place(),
        item: { ...base, arguments: '', status: 'in_progress' },
      }) +
      emit('response.function_call_arguments.delta', { ...at, delta: text }) +
      emit('response.function_call_arguments.done', { ...at, name: event.name, arguments: text }) +
      emit('response.output_item.done', { ...place(), item: done });
    output.push(done);
    return closed + events;
  };

  const addSource = (event: Extract<TurnEvent, { type: 'source' }>): string => {
    const opened = openItem('message');
    if (open?.type !== 'message') return opened;
    const { url, title = url } = event.source;
    const annotation: UrlAnnotation = { type: 'url_citation', url, title, start_index: 0, end_index: 0 };
    open.annotations.push(annotation);
    const at = { ...place(), item_id: open.id, content_index: 0 };
    return (
      opened +
      emit('response.output_text.annotation.added', {
        ...at,
        annotation_index: open.annotations.length - 1,
        annotation,
      })
    );
  };

  const finish = (event: Extract<TurnEvent, { type: 'turn-end' }>): string => {
    const rest = addText(fence?.end() ?? '') + closeItem();
    state = { ...endOf(event.finish.reason, event.usage), output };
    return rest + whole(state.status === 'incomplete' ? 'response.incomplete' : 'response.completed');
  };

  const encode = (event: TurnEvent): string => {
    switch (event.type) {
      case 'turn-start':
        return begin();
      case 'text-delta':
        return addText(fence === undefined ? event.text : fence.push(event.text));
      case 'reasoning-delta':
        return addReasoning(event.text);
      case 'tool-call':
        return addCall(event);
      case 'file':
        return addText(fromGeneratedFile(event.file, baseUrl));
      case 'source':
        return addSource(event);
      case 'turn-end':
        return finish(event);
      case 'text-start':
      case 'text-end':
      case 'reasoning-start':
      case 'reasoning-end':
      case 'tool-progress':
      case 'logprobs':
      case 'unknown':
      case 'raw':
        return '';
    }
  };

  return {
    push(events) {
      let text = '';
      for (const event of events) text += encode(event);
      return text;
    },
    fail(error) {
      const code = error.code ?? error.type;
      state = { status: 'failed', output, error: { code, message: error.message } };
      return begin() + whole('response.failed');
    },
    state() {
      return state;
    },
  };
}

function endOf(reason: Parameters<typeof fromFinish>[0], usage: Usage): Omit<ResponseState, 'output'> {
  const finish = fromFinish(reason, false);
  if (finish === 'length') return { status: 'incomplete', usage, incompleteReason: 'max_output_tokens' };
  if (finish === 'content_filter') return { status: 'incomplete', usage, incompleteReason: 'content_filter' };
  return { status: 'completed', usage };
}

const textPart = (text: string, annotations: readonly UrlAnnotation[]): OutputText => ({
  type: 'output_text',
  text,
  annotations: [...annotations],
  logprobs: [],
});

const newId = (): string => crypto.randomUUID().replaceAll('-', '');
