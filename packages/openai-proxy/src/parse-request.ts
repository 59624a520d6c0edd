import type { z } from 'zod';
import { ProxyError } from './proxy-error.ts';

/** What the body says, or a 400 that names the field. */
export function parseRequest<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = pathOf(issue?.path ?? []);
  const where = path === '' ? 'the body' : `\`${path}\``;
  throw new ProxyError(`${issue?.message ?? 'Invalid input'} in ${where}.`, {
    status: 400,
    param: path === '' ? undefined : path,
    code: 'invalid_value',
  });
}

function pathOf(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text === '' ? String(step) : `.${String(step)}`;
  }
  return text;
}
