import type { Warning } from '@gigakit/core/turn';
import type { CallWarning } from './call-warning.ts';

/** A warning of the client as one of the call. */
export function fromWarning(warning: Warning): CallWarning {
  return {
    type: warning.type === 'unsupported' ? 'unsupported' : 'compatibility',
    feature: warning.field,
    details: warning.message,
  };
}
