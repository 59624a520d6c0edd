/** Takes a Markdown fence off an answer that was to be JSON: older models wrap it in one. */
export interface FenceStripper {
  push(text: string): void;
  end(): void;
}

const FENCE = '```';

/** Text without a fence at its very start flows through at once. */
export function createFenceStripper(emit: (text: string) => unknown): FenceStripper {
  let place: 'start' | 'label' | 'fenced' | 'bare' = 'start';
  let held = '';

  const pushFenced = (text: string): void => {
    const input = held + text;
    // The tail may be the closing fence; it goes out as soon as something follows it.
    const tail = /\s*(?:`{1,3}\s*)?$/.exec(input)?.[0] ?? '';
    held = tail;
    if (tail.length < input.length) emit(input.slice(0, input.length - tail.length));
  };

  return {
    push(text) {
      if (place === 'bare') return void emit(text);
      if (place === 'fenced') return pushFenced(text);
      held += text;
      if (place === 'start') {
        const visible = held.trimStart();
        if (visible.length < FENCE.length && FENCE.startsWith(visible)) return;
        place = visible.startsWith(FENCE) ? 'label' : 'bare';
      }
      if (place === 'bare') {
        const rest = held;
        held = '';
        return void emit(rest);
      }
      // The first line holds the fence and perhaps a language.
      const fenced = held.trimStart();
      const lineEnd = fenced.indexOf('\n');
      if (lineEnd === -1) return;
      const rest = fenced.slice(lineEnd + 1);
      held = '';
      place = 'fenced';
      pushFenced(rest);
    },
    end() {
      const rest = held;
      held = '';
      if (rest === '' || (place === 'fenced' && rest.trim() === FENCE)) return;
      emit(rest);
    },
  };
}
