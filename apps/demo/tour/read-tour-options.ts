import { parseArgs } from 'node:util';
import { languageOf, type Language } from './language.ts';
import { topics, type Topic } from './stop.ts';

export interface TourOptions {
  readonly language: Language;
  /** One JSON document on standard output and nothing else. */
  readonly isJson: boolean;
  readonly isHelp: boolean;
  readonly only: readonly Topic[];
}

export const tourHelp = `npm run tour -- [options]

  --only chat,tools      walk some stops: ${topics.join(', ')}
  --language ru|en       the language of the tour; from LANG when left out
  --json                 one JSON document: an array of the stops (npm run -s tour -- --json)
  --help                 this text

Without credentials in the environment (GIGACHAT_CREDENTIALS), a local emulator answers.`;

/** What the command line and the environment ask of the tour. @throws Error that says what to write instead. */
export function readTourOptions(
  commandArguments: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): TourOptions {
  const { values } = parseArgs({
    args: [...commandArguments],
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      only: { type: 'string' },
      language: { type: 'string', short: 'l' },
    },
  });
  return {
    language: values.language === undefined ? languageOf(environment) : readLanguage(values.language),
    isJson: values.json,
    isHelp: values.help,
    only: values.only === undefined ? topics : values.only.split(',').map(readTopic),
  };
}

function readLanguage(said: string): Language {
  if (said === 'ru' || said === 'en') return said;
  throw new Error(`--language does not know "${said}": write ru or en.`);
}

function readTopic(said: string): Topic {
  const topic = topics.find((name) => name === said.trim());
  if (topic !== undefined) return topic;
  throw new Error(`--only does not know "${said.trim()}": the stops are ${topics.join(', ')}.`);
}
