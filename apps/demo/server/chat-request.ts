import type { UIMessage } from 'ai';
import { z } from 'zod';

/** What the page sends to `/api/chat`. */
export const chatRequestSchema = z.object({
  engine: z.enum(['ai-sdk', 'langchain']),
  model: z.string().min(1),
  api: z.enum(['v1', 'v2']),
  messages: z
    .array(z.custom<UIMessage>((value) => typeof value === 'object' && value !== null && 'parts' in value))
    .min(1),
});

export type ChatRequest = z.infer<typeof chatRequestSchema>;
