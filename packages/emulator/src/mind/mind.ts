import type { AnswerReply } from '../reply.ts';
import { answerTurn } from './answer/answer.ts';
import { checkAuthorship } from './check-authorship.ts';
import { countTokens, cutToTokens } from './count-tokens.ts';
import { drawPicture } from './draw/draw-picture.ts';
import { embedText } from './embed/embed-text.ts';
import { embedderOf, type Embedder } from './embed/embedder-of.ts';
import type { MindTurn } from './mind-turn.ts';

/** What answers when no script does. Pure: the same seed and question give the same answer, and nothing is called out. */
export interface Mind {
  /**
   * Text, a function call, JSON that satisfies the schema (pretty, four spaces), or a picture to draw.
   * `images` carry a prompt for `draw`, with the system message as its style; `text` is then the caption alone.
   */
  answer(turn: MindTurn): AnswerReply;
  /** A picture of 512 by 512. A style may also stand in the prompt itself. */
  draw(request: DrawRequest): Drawing;
  /** One vector: every value is an exact float16. An unknown model is answered like `Embeddings`. */
  embed(model: string, text: string): Float32Array;
  /** `undefined` for what is not an embedder. */
  dimensionsOf(model: string): number | undefined;
  countTokens(text: string): number;
  /** The longest beginning of the text within that many tokens. */
  cutToTokens(text: string, maxTokens: number): { readonly text: string; readonly isCut: boolean };
  /** Who seems to have written the text. Intervals are character offsets, end exclusive. */
  check(text: string): AuthorshipCheck;
}

export interface MindOptions {
  /** Same seed, same words and drawings. */
  readonly seed: number;
  /** Milliseconds since 1970, for questions about today. `Date.now` by default. */
  readonly now?: () => number;
}

export interface DrawRequest {
  readonly prompt: string;
  /** Whose hand or which manner: the system message of a drawing request. */
  readonly style?: string;
  readonly seed?: number;
}

export interface Drawing {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/jpeg';
}

export interface AuthorshipCheck {
  readonly category: 'ai' | 'human' | 'mixed';
  readonly characters: number;
  readonly tokens: number;
  readonly aiIntervals: readonly (readonly [start: number, end: number])[];
}

export function createMind({ seed, now = Date.now }: MindOptions): Mind {
  return {
    answer: (turn) => answerTurn(turn, seed, now()),
    draw: (request) => drawPicture({ seed, ...request }),
    embed: (model, text) => embedText(text, embedderOf(model) ?? defaultEmbedder),
    dimensionsOf: (model) => embedderOf(model)?.dimensions,
    countTokens,
    cutToTokens,
    check: checkAuthorship,
  };
}

const defaultEmbedder: Embedder = { dimensions: 1024, norm: 29.2 };
