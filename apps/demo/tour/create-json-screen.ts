import type { Language } from './language.ts';
import type { Screen } from './screen.ts';
import type { Stop } from './stop.ts';

export interface JsonScreenOptions {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly language: Language;
}

/** Collects the stops and writes them as one JSON array at the end; a failure is also said on standard error. */
export function createJsonScreen({ write, writeError, language }: JsonScreenOptions): Screen {
  const reports: object[] = [];
  const heading = ({ topic, adapter, title, question }: Stop) => ({
    topic,
    adapter,
    title: title[language],
    question: question[language],
  });
  return {
    welcome: () => {},
    stopBegins: () => {},
    say: () => {},
    stopEnds: (stop, finding, durationMs) => reports.push({ ...heading(stop), ...finding, durationMs }),
    stopFails: (stop, error, durationMs) => {
      reports.push({ ...heading(stop), error, durationMs });
      writeError(`${error.message}\n`);
    },
    farewell: () => write(`${JSON.stringify(reports, undefined, 2)}\n`),
  };
}
