import { languageOf, type Language } from '../language/language-of.ts';
import type { MindAttachment, MindMessage, MindTurn } from '../mind-turn.ts';
import { readDocument } from '../see/read-document.ts';
import { hashText } from '../seeded-random.ts';
import { completeFollowUp } from './complete-follow-up.ts';
import { mannersOf, type Manners } from './manners.ts';
import { readPassages, type Passage } from './passages.ts';
import { splitPrompt } from './split-prompt.ts';

/** A turn as it was understood: what is asked, in which language, and what there is to answer from. */
export interface Asked {
  readonly turn: MindTurn;
  /** What the person asks, without the passages handed over beside it. */
  readonly question: string;
  readonly language: Language;
  readonly manners: Manners;
  /** Texts to answer from, given in the system message, in this or earlier messages. */
  readonly passages: readonly Passage[];
  /** What the system message says, texts to answer from left out. */
  readonly instructions: string;
  /** What the person said before, oldest first. */
  readonly saidBefore: readonly string[];
  /** The last message with words of the person. */
  readonly message: MindMessage | undefined;
  readonly now: number;
  readonly seed: number;
  /** One of several ways to say it, the same for the same question. */
  pick<Item>(ways: readonly [Item, ...Item[]]): Item;
}

/** Of every earlier message, what is looked through for facts. */
const mostRemembered = 2_000;

export function understand(turn: MindTurn, seed: number, now: number): Asked {
  const system = turn.messages
    .filter(({ role }) => role === 'system')
    .map(({ text }) => text)
    .join('\n');
  const own = turn.messages.filter(({ role, text }) => role === 'user' && text.trim() !== '');
  const message = own.at(-1) ?? turn.messages.findLast(({ role }) => role === 'user');
  const asked = splitPrompt(message?.text ?? (own.length === 0 ? system : ''));
  const question = completeFollowUp(asked.question, own.at(-2)?.text);
  const systemPrompt = splitPrompt(system);
  const instructions = message === undefined ? '' : systemPrompt.instructions;
  const manners = mannersOf(
    `${instructions}\n${asked.question.length < 400 ? asked.question : ''}`,
    instructions,
  );
  const saidBefore = own.slice(0, -1).map(({ text }) => text.slice(0, mostRemembered));
  const given = [
    systemPrompt.context,
    ...own.slice(0, -1).map(({ text }) => splitPrompt(text).context),
    asked.context,
  ];
  const passages = [
    ...given.filter((context) => context !== '').flatMap((context) => readPassages(context)),
    ...turn.messages.flatMap(({ attachments = [] }) => attachments.flatMap(passagesOf)),
  ];
  const language =
    manners.language ??
    languageOf(asked.question) ??
    languageOf(saidBefore.at(-1) ?? '') ??
    languageOf(instructions) ??
    'ru';
  const choice = hashText(asked.question.toLowerCase(), seed + own.length);
  return {
    turn,
    question,
    language,
    manners,
    passages,
    instructions,
    saidBefore,
    message,
    now,
    seed,
    pick: (ways) => ways[choice % ways.length] ?? ways[0],
  };
}

/** The text of an attached document, cited by the file's name. */
function passagesOf({ bytes, mediaType, filename }: MindAttachment): Passage[] {
  const text = readDocument(bytes, mediaType)?.text ?? '';
  if (text.trim() === '') return [];
  const citation = filename === undefined ? undefined : `(${filename})`;
  return readPassages(text).map((passage) => ({
    text: passage.text,
    citation: passage.citation ?? citation,
  }));
}
