import type { UIMessage } from 'ai';
import { z } from 'zod';

const messages = z
  .array(
    z.custom<UIMessage>(
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        'role' in value &&
        'parts' in value &&
        Array.isArray(value.parts),
      'a message needs a role and a list of parts',
    ),
  )
  .min(1);

/** What the documents page sends to `/api/ask`. */
export const askRequestSchema = z.object({
  model: z.string().min(1),
  api: z.enum(['v1', 'v2']),
  messages,
});

/** What the chat page sends to `/api/chat`. */
export const chatRequestSchema = askRequestSchema.extend({
  engine: z.enum(['ai-sdk', 'langchain']),
  reasoning: z.boolean().default(false),
});

export type ChatRequest = z.infer<typeof chatRequestSchema>;
