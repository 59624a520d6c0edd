import type { TurnRequest } from '@gigakit/core/turn';

type Effort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

/** OpenAI's words for how long to think, as GigaChat's. */
export function toReasoningEffort(effort: Effort): NonNullable<TurnRequest['reasoningEffort']> {
  switch (effort) {
    case 'none':
      return 'off';
    case 'minimal':
      return 'low';
    case 'xhigh':
      return 'high';
    case 'low':
    case 'medium':
    case 'high':
      return effort;
  }
}
