import type { MindTurn } from '../mind/mind-turn.ts';
import type { Conversation } from './conversation.ts';
import type { ServedModel } from '../state/models.ts';

/** A chat request that passed validation, the same whichever generation it came in. */
export interface ChatAsk {
  readonly model: ServedModel;
  readonly turn: MindTurn;
  readonly isStream: boolean;
  /** Smallest pause between stream chunks that the caller asked for. */
  readonly updateIntervalMs: number;
  /** Everything the model reads, as one text: what tokens are counted in and what the prefix cache compares. */
  readonly promptText: string;
  /** The system message: it sets the manner of drawings. */
  readonly style: string | undefined;
  /** Whether content filters were switched off. */
  readonly isUnfiltered: boolean;
  /** v2 answers carry a state id whenever the request listed tools. */
  readonly listsTools: boolean;
  /** Where the server keeps the history, when it was asked to. */
  readonly conversation: Conversation | undefined;
}
