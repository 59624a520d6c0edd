import type { GeneratedFile } from '../turn/generated-file.ts';

/** What the scanner finds, in order. */
export interface TextSink {
  text(text: string): unknown;
  reasoning(text: string): unknown;
  file(file: GeneratedFile): unknown;
}

/** Splits the text of an answer into text, thoughts and generated files, however it is cut into deltas. */
export interface TextScanner {
  push(text: string): void;
  /** Hands on what was held back: at the end, half a tag is text. */
  end(): void;
}

const mediaTags = ['<img', '<video', '<audio'] as const;
const OPEN_THINK = '<think>';
const CLOSE_THINK = '</think>';
/** A tag that never closes is text after that many characters. Tags seen are under 200. */
const LONGEST_TAG = 2048;

/**
 * v1 answers carry pictures as `<img src="ID" fuse="true"/>` and, on some reasoning models, thoughts as a leading
 * `<think>…</think>`. Only text from a `<` that may begin such a tag is held back; the rest flows through at once.
 */
export function createTextScanner(sink: TextSink): TextScanner {
  let held = '';
  // `start` until the first visible character, since only a leading <think> is a thought.
  let place: 'start' | 'thinking' | 'text' = 'start';
  let skipsSpace = false;
  let lastText = '';

  const emitText = (text: string): void => {
    const rest = skipsSpace ? text.trimStart() : text;
    if (rest === '') return;
    skipsSpace = false;
    lastText = rest;
    sink.text(rest);
  };

  const scanStart = (input: string): string => {
    const begin = input.search(/\S/);
    if (begin === -1) return hold(input);
    const visible = input.slice(begin);
    if (visible.startsWith(OPEN_THINK)) {
      place = 'thinking';
      skipsSpace = true;
      return visible.slice(OPEN_THINK.length);
    }
    if (OPEN_THINK.startsWith(visible)) return hold(input);
    place = 'text';
    return input;
  };

  const scanThought = (input: string): string => {
    const close = input.indexOf(CLOSE_THINK);
    const end = close === -1 ? input.length - overlap(input, CLOSE_THINK) : close;
    const thought = skipsSpace ? input.slice(0, end).trimStart() : input.slice(0, end);
    if (thought !== '') {
      skipsSpace = false;
      sink.reasoning(thought);
    }
    if (close === -1) return hold(input.slice(end));
    place = 'text';
    skipsSpace = true;
    return input.slice(close + CLOSE_THINK.length);
  };

  const scanText = (input: string): string => {
    const begin = findTagStart(input);
    if (begin === -1) {
      emitText(input);
      return '';
    }
    if (begin > 0) {
      emitText(input.slice(0, begin));
      return input.slice(begin);
    }
    const end = input.indexOf('>');
    if (end === -1) {
      if (input.length <= LONGEST_TAG) return hold(input);
      emitText(input.slice(0, 1));
      return input.slice(1);
    }
    const file = readTag(input.slice(0, end + 1));
    if (file === undefined) {
      emitText(input.slice(0, end + 1));
    } else {
      sink.file(file);
      // The space between tag and caption belongs to neither.
      if (lastText === '' || /\s$/.test(lastText)) skipsSpace = true;
    }
    return input.slice(end + 1);
  };

  function hold(input: string): string {
    held = input;
    return '';
  }

  return {
    push(text) {
      if (place === 'text' && held === '' && !text.includes('<')) return emitText(text);
      let input = held + text;
      held = '';
      while (input !== '') {
        input =
          place === 'start' ? scanStart(input) : place === 'thinking' ? scanThought(input) : scanText(input);
      }
    },
    end() {
      const rest = held;
      held = '';
      if (rest === '') return;
      if (place === 'thinking') sink.reasoning(rest);
      else emitText(rest);
    },
  };
}

/** Index of the first `<` that begins, or may yet begin, a media tag; -1 when there is none. */
function findTagStart(text: string): number {
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    for (const tag of mediaTags) {
      const piece = text.slice(at, at + tag.length + 1);
      if (piece.length <= tag.length ? tag.startsWith(piece) : piece.startsWith(tag) && /[\s/>]$/.test(piece))
        return at;
    }
  }
  return -1;
}

/** How many characters at the end of the text may be the beginning of the tag. */
function overlap(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length -= 1) {
    if (tag.startsWith(text.slice(-length))) return length;
  }
  return 0;
}

/** `undefined` for a tag that is part of the text, as in an answer about HTML: its `src` names no stored file. */
function readTag(tag: string): GeneratedFile | undefined {
  const fileId = readAttribute(tag, 'src');
  if (fileId === undefined || fileId === '') return undefined;
  const isMarked = readAttribute(tag, 'fuse') === 'true';
  if (!isMarked && !/^[\w-]{16,}$/.test(fileId)) return undefined;
  if (tag.startsWith('<video')) return { fileId, kind: 'video' };
  if (tag.startsWith('<audio')) return { fileId, kind: 'audio' };
  return { fileId, kind: 'image' };
}

function readAttribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);
}
