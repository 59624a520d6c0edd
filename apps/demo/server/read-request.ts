import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { z } from 'zod';

/** The JSON body, checked. @throws HTTPException 400 that names each field that is wrong. */
export async function readRequest<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const body: unknown = await context.req.json().catch(() => {
    throw new HTTPException(400, { message: 'The body is not JSON.' });
  });
  const request = schema.safeParse(body);
  if (request.success) return request.data;
  const problems = request.error.issues.map(
    ({ path, message }) => `"${path.length === 0 ? 'body' : path.join('.')}": ${message}`,
  );
  throw new HTTPException(400, { message: `The request is not right. ${problems.join('; ')}.` });
}
