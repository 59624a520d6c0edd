import type { Context } from 'hono';
import type { LibrarySource } from '../documents/library-source.ts';
import { projectVectors } from '../documents/project-vectors.ts';

const maxPoints = 400;

/** `GET /api/map`: every passage as a point on a plane, near to what it is like. */
export function mapRoute(source: LibrarySource) {
  return async (context: Context): Promise<Response> => {
    const library = await source.open();
    const passages = await library.vectors(maxPoints);
    const points = projectVectors(passages.map(({ vector }) => vector));
    return context.json({
      points: passages.map(({ document, text }, index) => ({ document, text, ...points[index] })),
    });
  };
}
