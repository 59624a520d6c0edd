import type { FilePart, JsonValue } from '@gigakit/core/turn';
import type { PromptPart } from './chat-call.ts';
import { isRecord } from './read-namespace.ts';
import { toFilePart } from './to-file-part.ts';
import { toJson } from './to-json.ts';

export interface ToolOutput {
  readonly output: JsonValue;
  readonly isError: boolean;
  /** Pictures and documents among the result: the API has no room for them there, so they follow as a user message. */
  readonly files: readonly FilePart[];
  /** Kinds of content that no model but the one they were made for understands. */
  readonly skipped: readonly string[];
}

/** What a function returned, from any major's `tool-result` part. */
export function toToolOutput(part: PromptPart, providerName: string): ToolOutput {
  const output = part.output;
  if (isRecord(output) && typeof output['type'] === 'string' && isKnownType(output['type'])) {
    return taggedOutput(output, providerName);
  }
  // The oldest major has no tagged output; its richer form, when there is one, stands in `content`.
  if (Array.isArray(part.content)) {
    return contentOutput(part.content.filter(isPart), part.isError === true, providerName);
  }
  return plain(toJson(part.result ?? output), part.isError === true);
}

const knownTypes = ['text', 'json', 'error-text', 'error-json', 'content', 'execution-denied'] as const;
type KnownType = (typeof knownTypes)[number];

function isKnownType(type: string): type is KnownType {
  return knownTypes.some((known) => known === type);
}

function taggedOutput(output: Readonly<Record<string, unknown>>, providerName: string): ToolOutput {
  const value = output['value'];
  switch (output['type']) {
    case 'error-text':
    case 'error-json':
      return plain(toJson(value), true);
    case 'execution-denied': {
      const reason = output['reason'];
      const said = typeof reason === 'string' && reason !== '' ? reason : 'The user did not allow this call.';
      return plain({ error: 'execution denied', reason: said }, true);
    }
    case 'content':
      return contentOutput(Array.isArray(value) ? value.filter(isPart) : [], false, providerName);
    default:
      return plain(toJson(value), false);
  }
}

function contentOutput(items: readonly PromptPart[], isError: boolean, providerName: string): ToolOutput {
  const texts: string[] = [];
  const files: FilePart[] = [];
  const skipped: string[] = [];
  for (const item of items) {
    if (item.type === 'text') texts.push(item.text ?? '');
    else if (item.type === 'custom') skipped.push(item.type);
    else files.push(toFilePart(item, providerName));
  }
  if (files.length > 0) texts.push(`[${files.length} file(s) attached to the next message]`);
  return { output: texts.join('\n'), isError, files, skipped };
}

function plain(output: JsonValue, isError: boolean): ToolOutput {
  return { output, isError, files: [], skipped: [] };
}

function isPart(value: unknown): value is PromptPart {
  return isRecord(value) && typeof value['type'] === 'string';
}
