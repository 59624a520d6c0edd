import { plainWords } from '../documents/plain-words.ts';
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

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const longest = 26;
const gap = 13;
/** Of a letter to the size of the font, a wide one. */
const letterWidth = 0.64;

/** A name for each point, its passage's first words beside it, where it covers neither another name nor a point. */
export function namePoints(
  points: readonly MapPoint[],
  { width, fontSize, placeOf }: NameSpace,
): PointName[] {
  const places = points.map(placeOf);
  const taken: Box[] = [];
  return points.flatMap((point, at) => {
    const place = places[at];
    const text = firstWords(point.text);
    if (place === undefined || text === '') return [];
    const { cx, cy } = place;
    const length = text.length * fontSize * letterWidth;
    const isFree = ({ left, right }: Box): boolean =>
      left >= 0 &&
      right <= width &&
      !taken.some(
        (other) => left < other.right && right > other.left && Math.abs(cy - other.y) < fontSize * 1.15,
      ) &&
      !places.some(
        (other, index) =>
          index !== at && other.cx > left && other.cx < right && Math.abs(other.cy - cy) < fontSize * 0.8,
      );
    const after: Box = { left: cx + gap, right: cx + gap + length, y: cy };
    const before: Box = { left: cx - gap - length, right: cx - gap, y: cy };
    const box = [after, before].find(isFree);
    if (box === undefined) return [];
    taken.push(box);
    const anchor = box === after ? 'start' : 'end';
    return [{ id: point.id, text, x: box === after ? box.left : box.right, y: cy + fontSize * 0.35, anchor }];
  });
}

function firstWords(text: string): string {
  const line = text
    .split('\n')
    .map(plainWords)
    .find((words) => /\p{L}/u.test(words));
  if (line === undefined) return '';
  return line.length > longest ? `${line.slice(0, longest).trimEnd()}…` : line;
}
