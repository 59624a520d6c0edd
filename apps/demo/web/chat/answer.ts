import type { UIMessage } from 'ai';
import type { AnswerMetadata } from '../../server/answer/answer-metadata.ts';
import type { FoundPassage } from '../../server/documents/library.ts';

/** A message of the page's conversations. */
export type Answer = UIMessage<AnswerMetadata, { passages: FoundPassage[] }>;
