import type { Finish, FinishReason } from '../turn/finish.ts';

const reasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  function_call: 'tool-calls',
  blacklist: 'content-filter',
  request_blacklist: 'content-filter',
  request_whitelist: 'content-filter',
  request_filter: 'content-filter',
  response_blacklist: 'content-filter',
  error: 'error',
  function_call_error: 'error',
};

export interface FinishSigns {
  /** Calls the caller will see. */
  hasCalls(): boolean;
  /** A forced function stood for structured output, and its arguments became the text. */
  isStructured(): boolean;
}

/** The server's word for the end, and ours. Its word beside a call is sometimes `stop`, so what was seen counts too. */
export function finishOf(raw: string | undefined, signs: FinishSigns): Finish {
  const reason = raw === undefined ? 'other' : (reasons[raw] ?? 'other');
  if (signs.hasCalls() && reason === 'stop') return { reason: 'tool-calls', raw };
  if (signs.isStructured() && !signs.hasCalls() && reason === 'tool-calls') return { reason: 'stop', raw };
  return { reason, raw };
}
