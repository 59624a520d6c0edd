import type { Dialect } from '../wire/dialect.ts';
import { Chat } from './chat.ts';
import type { ApiCall, ClientContext } from './client-context.ts';
import { threadDialect } from './thread-dialect.ts';

/** The chat corridor, led to an endpoint of threads. */
export function threadChat(
  context: ClientContext,
  operation: string,
  path: string,
): { readonly chat: Chat; readonly dialect: Dialect } {
  const dialect = threadDialect(context.dialect, path);
  // A run that arrives twice adds its messages twice.
  const asThread = (call: ApiCall): ApiCall => ({ ...call, operation, isRepeatable: false });
  const chat = new Chat({
    ...context,
    dialect,
    request: (call, options) => context.request(asThread(call), options),
    requestJson: (call, options) => context.requestJson(asThread(call), options),
  });
  return { chat, dialect };
}
