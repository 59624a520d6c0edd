import type { Finish, FinishReason } from '@gigakit/core/turn';

/** Majors 4 and 5 know one word more: for an answer whose end the server never explained. */
export function fromFinish({ reason, raw }: Finish): FinishReason | 'unknown' {
  return reason === 'other' && raw === undefined ? 'unknown' : reason;
}
