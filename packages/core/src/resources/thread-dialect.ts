import { objectOf } from './json-fields.ts';
import type { TurnRequest } from '../turn/turn-request.ts';
import type { Dialect } from '../wire/dialect.ts';

/**
 * A v1 dialect for the endpoints that run threads: they answer as v1 chat does, and take the same fields with the
 * thread named at the root in place of `storage`. Without messages the run goes on with what the thread holds.
 */
export const threadDialect = (v1: Dialect, path: string): Dialect => ({
  ...v1,
  path,
  encode(request: TurnRequest, defaults) {
    const isBare = request.messages.length === 0;
    const encoded = v1.encode(isBare ? { ...request, messages: standIn } : request, defaults);
    const { messages, storage, ...fields } = encoded.body;
    const { thread_id, assistant_id, limit } = objectOf(storage);
    return {
      ...encoded,
      body: { ...fields, thread_id, assistant_id, limit, ...(!isBare && { messages }) },
    };
  },
});

/** The dialect encodes no turn without a message; this one is taken out again. */
const standIn: TurnRequest['messages'] = [{ role: 'user', content: '-' }];
