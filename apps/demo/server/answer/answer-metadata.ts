import { z } from 'zod';

/** What the page shows under an answer: who made it and what it cost. */
export const answerMetadataSchema = z.object({
  engine: z.enum(['ai-sdk', 'langchain', 'documents']).optional(),
  model: z.string().optional(),
  api: z.string().optional(),
  inputTokens: z.number().optional(),
  outputTokens: z.number().optional(),
});

export type AnswerMetadata = z.infer<typeof answerMetadataSchema>;
