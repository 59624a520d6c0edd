import type { Context } from 'hono';
import type { LibrarySource } from '../documents/library-source.ts';
import { projectVectors } from '../documents/project-vectors.ts';

const maxPoints = 400;

/** `GET /api/map`: every passage as a point on a plane, near to what it is like. */
export function mapRoute(source: LibrarySource) {
  return async (context: Context): Promise<Response> => {
    const library = await source.open();
    const passages = await library.vectors(maxPoints);
    const places = projectVectors(passages.map(({ vector }) => vector));
    const points = passages.map(({ id, document, text }, index) =>
      Object.assign({ id, document, text }, places[index]),
    );
    return context.json({ points });
  };
}
