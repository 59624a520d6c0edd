import type { ProjectedPoint } from '../../server/documents/project-vectors.ts';

export interface MapPoint extends ProjectedPoint {
  readonly id: string;
  readonly document: string;
  readonly text: string;
}
