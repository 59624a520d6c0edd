import type { SendStep } from './send.ts';

/** Adds the client's own headers below those of the call. */
export const withHeaders =
  (headers: Readonly<Record<string, string>>): SendStep =>
  (next) =>
  (request) =>
    next({ ...request, headers: { ...headers, ...request.headers } });
