import type { TurnRequest } from '@gigakit/core/turn';
import type { CallWarning } from './call-warning.ts';

export interface ReasoningEffort {
  readonly effort: TurnRequest['reasoningEffort'];
  readonly warning?: CallWarning;
}

/** The portable `reasoning` setting as one of GigaChat's four levels; levels it lacks take the nearest. */
export function toReasoningEffort(reasoning: string | undefined): ReasoningEffort {
  switch (reasoning) {
    case undefined:
    case 'provider-default':
      return { effort: undefined };
    case 'none':
      return { effort: 'off' };
    case 'low':
    case 'medium':
    case 'high':
      return { effort: reasoning };
    case 'minimal':
      return { effort: 'low', warning: nearest(reasoning, 'low') };
    case 'xhigh':
    case 'max':
      return { effort: 'high', warning: nearest(reasoning, 'high') };
    default:
      return {
        effort: undefined,
        warning: {
          type: 'unsupported',
          feature: 'reasoning',
          details: `GigaChat knows no reasoning level "${reasoning}"; the model's default was used.`,
        },
      };
  }
}

function nearest(asked: string, used: string): CallWarning {
  return {
    type: 'compatibility',
    feature: 'reasoning',
    details: `GigaChat has no level "${asked}"; "${used}" was sent.`,
  };
}
