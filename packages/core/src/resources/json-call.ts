import type { ApiCall } from './client-context.ts';

/** A POST of JSON. */
export const jsonCall = (operation: string, path: string, body: object): ApiCall => ({
  operation,
  method: 'POST',
  path,
  contentType: 'application/json',
  accept: 'application/json',
  body: { kind: 'text', text: JSON.stringify(body) },
});
