/** A TypeScript block of a Markdown file. */
export type Snippet = {
  /** The Markdown file, from the root of the repository. */
  file: string;
  /** The line of its first code line, counted from 1. */
  line: number;
  extension: 'ts' | 'tsx';
  code: string;
  /** `check`: it must type-check. `run`: it must also run to its end on the emulator. `skip`: neither, and the block says why. */
  mode: 'check' | 'run' | 'skip';
};

export type ExtractedSnippets = { snippets: Snippet[]; problems: string[] };

const extensions: Readonly<Record<string, 'ts' | 'tsx'>> = {
  ts: 'ts',
  typescript: 'ts',
  mts: 'ts',
  tsx: 'tsx',
};

/**
 * The TypeScript blocks of one Markdown text. Words after the language settle what is done with a block:
 * nothing means that it is type-checked, `run` that it is also run, `no-check <reason>` that it is left alone.
 */
export function extractSnippets(file: string, markdown: string): ExtractedSnippets {
  const snippets: Snippet[] = [];
  const problems: string[] = [];
  let open: { fence: string; indent: string; line: number; lines: string[]; info: string } | undefined;

  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    const [, indent = '', fence = '', info = ''] = text.match(/^([ \t]*)(`{3,}|~{3,})(.*)$/) ?? [];
    if (open === undefined) {
      if (fence !== '') open = { fence, indent, line: index + 2, lines: [], info: info.trim() };
    } else if (fence.startsWith(open.fence) && info.trim() === '') {
      addBlock(open);
      open = undefined;
    } else {
      open.lines.push(text.startsWith(open.indent) ? text.slice(open.indent.length) : text);
    }
  }
  if (open !== undefined) problems.push(`${file}:${open.line - 1} opens a code block that never ends.`);
  return { snippets, problems };

  function addBlock(block: { line: number; lines: string[]; info: string }): void {
    const [language = '', ...words] = block.info.split(/\s+/);
    const extension = extensions[language.toLowerCase()];
    if (extension === undefined) return;
    const mode = modeOf(words, extension);
    if (typeof mode === 'object') {
      problems.push(`${file}:${block.line - 1} ${mode.problem}`);
      return;
    }
    snippets.push({ file, line: block.line, extension, code: block.lines.join('\n'), mode });
  }
}

function modeOf(words: readonly string[], extension: 'ts' | 'tsx'): Snippet['mode'] | { problem: string } {
  // `{1,3}` and `[name.ts]` are the documentation site's own words: lines to mark, a title.
  const [word, ...rest] = words.filter((each) => !/^[{[]/.test(each));
  if (word === undefined) return 'check';
  if (word === 'no-check') {
    return rest.length > 0
      ? 'skip'
      : {
          problem:
            'says no-check without a reason: write it behind the word, as in "ts no-check shows a shape".',
        };
  }
  if (word === 'run' && rest.length === 0) {
    return extension === 'ts' ? 'run' : { problem: 'asks to run JSX: only "ts" blocks can run.' };
  }
  return { problem: `says "${words.join(' ')}": a block may say "run", or "no-check" with a reason.` };
}
