import { toJsonText } from '../wire/to-json-text.ts';
import type { ApiCall } from './client-context.ts';

/** A POST of JSON. */
export const jsonCall = (operation: string, path: string, body: object): ApiCall => ({
  operation,
  method: 'POST',
  path,
  contentType: 'application/json',
  accept: 'application/json',
  body: { kind: 'text', text: toJsonText(body, '') },
});
