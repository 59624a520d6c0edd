/** A part of a V2, V3 or V4 stream, as far as its place in the stream matters. */
export interface GrammarPart {
  readonly type: string;
  readonly id?: string;
  readonly toolCallId?: string;
  readonly delta?: string;
  readonly input?: string;
  readonly providerExecuted?: boolean | undefined;
}

/**
 * Reads a whole stream by the ordering rules of the specification and names the first rule it breaks:
 * `stream-start` opens it and `finish` closes it, each once; a block is opened once, under an id of its own, and
 * closed before another opens; the input of a call is streamed whole before the call is told, once.
 */
export function brokenRuleOf(parts: readonly GrammarPart[]): string | undefined {
  const usedIds = new Set<string>();
  const inputs = new Map<string, string>();
  const calls = new Set<string>();
  let openBlock: { readonly kind: string; readonly id: string } | undefined;
  if (parts[0]?.type !== 'stream-start') return 'the first part is not stream-start';
  if (parts.at(-1)?.type !== 'finish') return 'the last part is not finish';
  for (const [index, part] of parts.entries()) {
    const { type, id = '' } = part;
    const [, kind, place] = /^(text|reasoning|tool-input)-(start|delta|end)$/.exec(type) ?? [];
    if (kind !== undefined) {
      if (place === 'start') {
        if (openBlock !== undefined) return `${type} ${id} while ${openBlock.kind} ${openBlock.id} is open`;
        if (usedIds.has(`${kind} ${id}`)) return `${type} uses the id ${id} again`;
        usedIds.add(`${kind} ${id}`);
        openBlock = { kind, id };
        if (kind === 'tool-input') inputs.set(id, '');
      } else if (openBlock?.kind !== kind || openBlock.id !== id) return `${type} ${id} without its start`;
      else if (place === 'delta') inputs.set(id, (inputs.get(id) ?? '') + (part.delta ?? ''));
      else openBlock = undefined;
      continue;
    }
    switch (type) {
      case 'stream-start':
      case 'finish': {
        if (index !== (type === 'finish' ? parts.length - 1 : 0)) return `${type} in the middle`;
        if (openBlock !== undefined) return `${type} while ${openBlock.kind} is open`;
        break;
      }
      case 'tool-call': {
        const callId = part.toolCallId ?? '';
        if (calls.has(callId)) return `the call ${callId} is told twice`;
        calls.add(callId);
        if (openBlock !== undefined) return `the call ${callId} while ${openBlock.kind} is open`;
        if (inputs.get(callId) !== part.input) return `the input of ${callId} is not what was streamed`;
        break;
      }
      case 'tool-result':
        if (!calls.has(part.toolCallId ?? '')) return 'a result without its call';
        break;
      case 'file':
        if (openBlock !== undefined) return `a file while ${openBlock.kind} is open`;
        break;
      case 'raw':
      case 'source':
      case 'error':
      case 'response-metadata':
        break;
      default:
        return `an unknown part ${type}`;
    }
  }
  return undefined;
}

/** The rules of the oldest specification: only known parts, calls told once after their input, `finish` last. */
export function brokenV1RuleOf(parts: readonly { readonly type: string }[]): string | undefined {
  const known = new Set([
    'response-metadata',
    'text-delta',
    'reasoning',
    'tool-call-delta',
    'tool-call',
    'file',
    'source',
  ]);
  const body = parts.slice(0, -1);
  const stranger = body.find(({ type }) => !known.has(type) && type !== 'error');
  if (stranger !== undefined) return `an unknown part ${stranger.type}`;
  return parts.at(-1)?.type === 'finish' ? undefined : 'the last part is not finish';
}
