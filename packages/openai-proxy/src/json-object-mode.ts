import type { SystemMessage } from '@gigakit/core/turn';

/** GigaChat knows schemas, not "any object": the model is asked in words. */
export const jsonOnly: SystemMessage = {
  role: 'system',
  content:
    'Ответь одним объектом JSON и ничем больше: без пояснений, без Markdown, без ограждения из обратных апострофов.',
};

/** Takes the fence off a text that comes in pieces. What cannot be told yet is held back. */
export interface FenceStripper {
  push(text: string): string;
  /** What was held back. */
  end(): string;
}

const opening = /^\s*```[a-z]*[ \t]*\r?\n?/i;
const maybeOpening = /^\s*(`{0,2}|```[a-z]*[ \t]*\r?)$/i;
const closing = /\s*```\s*$/;
const maybeClosing = /\s*`{0,3}\s*$/;

/** Models put JSON into a Markdown fence however often they are told not to. */
export function createFenceStripper(): FenceStripper {
  let state: 'before' | 'fenced' | 'bare' = 'before';
  let held = '';
  return {
    push(text) {
      held += text;
      if (state === 'before') {
        if (maybeOpening.test(held)) return '';
        const fence = opening.exec(held);
        state = fence === null ? 'bare' : 'fenced';
        if (fence !== null) held = held.slice(fence[0].length);
      }
      if (state === 'bare') return take(held.length);
      return take(held.length - (maybeClosing.exec(held)?.[0].length ?? 0));
    },
    end() {
      if (state === 'fenced') held = held.replace(closing, '');
      return take(held.length);
    },
  };

  function take(length: number): string {
    const text = held.slice(0, length);
    held = held.slice(length);
    return text;
  }
}

/** The same for a whole text. */
export function stripFence(text: string): string {
  const stripper = createFenceStripper();
  return stripper.push(text) + stripper.end();
}
