import { createColors } from 'picocolors';
import type { Language } from './language.ts';
import { showFound } from './show-found.ts';
import type { Screen } from './screen.ts';
import type { Usage } from './stop.ts';
import { terminalWords } from './texts/terminal-words.ts';
import { wrapWords } from './wrap-words.ts';

export interface TerminalScreenOptions {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly language: Language;
  readonly isColored: boolean;
  readonly columns: number;
}

/** Shows the tour to a person, the answers while they are made. */
export function createTerminalScreen(options: TerminalScreenOptions): Screen {
  const { write, writeError, language, isColored, columns } = options;
  const paint = createColors(isColored);
  const words = terminalWords[language];
  const prose = wrapWords(columns, write);
  let hasSpoken = false;

  // Coloured line by line: a colour that runs over a line end leaks into what a pager shows next.
  const line = (text: string, color: (text: string) => string = String) => {
    let broken = '';
    const wrapped = wrapWords(columns, (piece) => (broken += piece));
    wrapped.add(text);
    wrapped.end();
    write(broken.replaceAll(/[^\n]+/g, (each) => color(each)));
  };
  const cost = ({ inputTokens, outputTokens }: Usage, durationMs: number) =>
    [
      inputTokens === undefined ? [] : words.inputTokens(inputTokens),
      outputTokens === undefined ? [] : words.outputTokens(outputTokens),
      words.seconds(durationMs / 1000),
    ]
      .flat()
      .join(' · ');

  return {
    welcome(backendKind) {
      line(words.title, paint.bold);
      line(words.backend[backendKind], backendKind === 'emulator' ? paint.yellow : paint.green);
    },
    stopBegins({ title, adapter, question }, index, count) {
      hasSpoken = false;
      write('\n');
      line(`${index + 1}/${count}  ${title[language]} · ${adapter}`, (text) => paint.bold(paint.cyan(text)));
      line(`> ${question[language]}`, paint.dim);
    },
    say(piece) {
      hasSpoken = true;
      prose.add(piece);
    },
    stopEnds(_stop, { text, usage, found }, durationMs) {
      prose.end();
      for (const shown of found === undefined ? [] : showFound(found, words)) {
        if (shown.isVerbatim) write(`${paint.green(shown.text)}\n`);
        else line(shown.text, paint.green);
      }
      // After a call comes the answer that uses it; what else was found says all there is to say.
      if (!hasSpoken && (found === undefined || found.type === 'tool-calls')) line(text);
      line(cost(usage, durationMs), paint.dim);
    },
    stopFails(_stop, { message }) {
      prose.end();
      writeError(`${paint.red(`${words.failed} ${message}`)}\n`);
    },
    farewell(failureCount) {
      write('\n');
      line(failureCount === 0 ? words.done : words.doneWithFailures(failureCount), paint.bold);
    },
  };
}
