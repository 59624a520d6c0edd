import { PCA } from 'ml-pca';

/** A point of the picture: coordinates from 0 to 1, and the indices of its nearest neighbours, nearest first. */
export interface ProjectedPoint {
  readonly x: number;
  readonly y: number;
  readonly neighbours: readonly { readonly index: number; readonly similarity: number }[];
}

const neighbourCount = 5;

/** Lays vectors out on a plane along the two directions in which they differ most. */
export function projectVectors(vectors: readonly (readonly number[])[]): ProjectedPoint[] {
  const units = vectors.map(toUnit);
  const flat = units.length < 3 ? units.map((_, index) => [index, 0]) : principalComponents(units);
  const xs = toUnitRange(flat.map(([x = 0]) => x));
  const ys = toUnitRange(flat.map(([, y = 0]) => y));
  return units.map((unit, index) => ({
    x: xs[index] ?? 0.5,
    y: ys[index] ?? 0.5,
    neighbours: nearestTo(unit, index, units),
  }));
}

function principalComponents(units: number[][]): number[][] {
  // NIPALS looks for two directions alone, which is fast; it finds none where a first column has no spread left.
  const quick = new PCA(units, { method: 'NIPALS', nCompNIPALS: 2, center: true, scale: false });
  const places = quick.predict(units, { nComponents: 2 }).to2DArray();
  if (places.flat().every(Number.isFinite)) return places;
  const thorough = new PCA(units, { method: 'SVD', center: true, scale: false });
  return thorough.predict(units, { nComponents: 2 }).to2DArray();
}

function toUnit(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

function toUnitRange(values: readonly number[]): number[] {
  const least = Math.min(...values);
  const spread = Math.max(...values) - least;
  return values.map((value) => (spread === 0 ? 0.5 : (value - least) / spread));
}

function nearestTo(unit: readonly number[], own: number, units: readonly (readonly number[])[]) {
  return units
    .map((other, index) => ({
      index,
      similarity: unit.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0),
    }))
    .filter(({ index }) => index !== own)
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, neighbourCount);
}
