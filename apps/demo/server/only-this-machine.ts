import type { MiddlewareHandler } from 'hono';

const localNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses requests that a page of somebody else's makes through the reader's browser: a foreign name that points at
 * loopback, or a form posted from another site. The demo spends the reader's tokens and reads their documents.
 */
export const onlyThisMachine: MiddlewareHandler = async (context, next) => {
  const { hostname } = new URL(context.req.url);
  const origin = context.req.header('Origin');
  const isForeign =
    !localNames.has(hostname) ||
    (origin !== undefined && !(URL.canParse(origin) && localNames.has(new URL(origin).hostname)));
  if (!isForeign) return next();
  return context.json(
    { kind: 'other', message: 'The demo answers pages of this machine only: open http://localhost.' },
    403,
  );
};
