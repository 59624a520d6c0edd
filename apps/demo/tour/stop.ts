import type { GigaChat } from '@gigakit/core';
import type { Language, Spoken } from './language.ts';

/** One stop of the tour: one idea, through one adapter. */
export interface Stop {
  readonly topic: Topic;
  readonly adapter: 'AI SDK' | 'LangChain';
  readonly title: Spoken;
  /** What is asked, shown before the answer. */
  readonly question: Spoken;
  readonly run: (scene: Scene) => Promise<Finding>;
}

/** What `--only` takes. */
export const topics = ['chat', 'tools', 'object', 'drawing', 'embeddings', 'rag'] as const;
export type Topic = (typeof topics)[number];

/** What a stop has to work with. */
export interface Scene {
  readonly client: GigaChat;
  readonly model: string;
  readonly language: Language;
  readonly question: string;
  /** Shows a piece of the answer while it is made. */
  readonly say: (piece: string) => void;
}

/** What came of a stop. */
export interface Finding {
  readonly text: string;
  readonly usage: Usage;
  readonly found?: Found;
}

export interface Usage {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

/** What a stop has to show beside its text, told apart by `type`. */
export type Found =
  | { readonly type: 'tool-calls'; readonly calls: readonly ToolCall[] }
  | { readonly type: 'object'; readonly value: Readonly<Record<string, string | number>> }
  | { readonly type: 'image'; readonly path: string; readonly mediaType: string; readonly byteCount: number }
  | { readonly type: 'neighbours'; readonly neighbours: readonly Neighbour[] }
  | { readonly type: 'source'; readonly name: string; readonly passage: string };

export interface ToolCall {
  readonly name: string;
  readonly input: unknown;
  readonly output: unknown;
}

export interface Neighbour {
  readonly text: string;
  /** Cosine of the angle between the two vectors: 1 for the same direction. */
  readonly similarity: number;
}
