import type { MapPoint } from './map-point.ts';

export interface PointName {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** What the names have to fit into, in units of the picture. */
export interface NameSpace {
  readonly width: number;
  readonly fontSize: number;
  readonly placeOf: (point: MapPoint) => { readonly cx: number; readonly cy: number };
}

const longest = 26;
const gap = 13;

/** The name of each point, its passage's first words, beside it; a name that would lie over an earlier one is left out. */
export function namePoints(
  points: readonly MapPoint[],
  { width, fontSize, placeOf }: NameSpace,
): PointName[] {
  const taken: { left: number; right: number; y: number }[] = [];
  return points.flatMap((point) => {
    const { cx, cy } = placeOf(point);
    const text = firstWords(point.text);
    const length = text.length * fontSize * 0.58;
    const anchor = cx + gap + length > width ? 'end' : 'start';
    const x = anchor === 'end' ? cx - gap : cx + gap;
    const left = anchor === 'end' ? x - length : x;
    const right = left + length;
    const isInTheWay = taken.some(
      (other) => left < other.right && right > other.left && Math.abs(cy - other.y) < fontSize * 1.15,
    );
    if (isInTheWay || left < 0) return [];
    taken.push({ left, right, y: cy });
    return [{ id: point.id, text, x, y: cy + fontSize * 0.35, anchor }];
  });
}

function firstWords(text: string): string {
  const line = text.replaceAll(/^[#>*\s-]+/g, '').split('\n', 1)[0] ?? '';
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
