import { connect } from 'node:net';
import { errorCodeOf } from './error-code-of.ts';

const longestWaitMs = 10_000;

/** Opens a connection and closes it. Gives the system's word for why it did not open, `undefined` when it did. */
export function probeTcp(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const timer = setTimeout(() => settle('ETIMEDOUT'), longestWaitMs);
    const settle = (code: string | undefined): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(code);
    };
    socket.once('connect', () => settle(undefined));
    socket.once('error', (error) => settle(errorCodeOf(firstOf(error)) ?? 'unknown'));
  });
}

/** A name with several addresses fails with one error for all of them. */
const firstOf = (error: unknown): unknown => (error instanceof AggregateError ? error.errors[0] : error);
