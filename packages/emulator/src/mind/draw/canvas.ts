import type { Colour } from './colour.ts';
import type { Path, Point } from './path.ts';

export interface Stop {
  readonly at: number;
  readonly colour: Colour;
  readonly opacity?: number;
}

/** What fills a shape: one colour, or colours that flow along a line or out from a centre. */
export type Paint =
  | Colour
  | { readonly from: Point; readonly to: Point; readonly stops: readonly Stop[] }
  | { readonly centre: Point; readonly radius: number; readonly stops: readonly Stop[] };

/** Scan lines per row of pixels: enough for edges without steps. */
const subRows = 4;
const rampSize = 256;

/** An RGBA picture that shapes are painted into, edges smoothed. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8ClampedArray;
  private readonly coverage: Float32Array;
  private readonly crossings: number[] = [];

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8ClampedArray(width * height * 4).fill(255);
    this.coverage = new Float32Array(width + 2);
  }

  fill(path: Path, paint: Paint, opacity = 1): this {
    const edges = edgesOf(path);
    let highest = this.height;
    let lowest = 0;
    for (const { top, bottom } of edges) {
      if (top < highest) highest = top;
      if (bottom > lowest) lowest = bottom;
    }
    const brush = brushOf(paint, opacity);
    const last = Math.min(this.height, Math.ceil(lowest));
    let next = 0;
    let active: Edge[] = [];
    for (let row = Math.max(0, Math.floor(highest)); row < last; row++) {
      for (let edge = edges[next]; edge !== undefined && edge.top < row + 1; edge = edges[++next])
        active.push(edge);
      active = active.filter(({ bottom }) => bottom > row);
      if (active.length > 0) this.fillRow(row, active, brush);
    }
    return this;
  }

  /** The colour of one pixel; the nearest one for places outside. */
  colourAt(x: number, y: number): Colour {
    const column = Math.min(this.width - 1, Math.max(0, Math.round(x)));
    const row = Math.min(this.height - 1, Math.max(0, Math.round(y)));
    const at = (row * this.width + column) * 4;
    return [this.pixels[at] ?? 0, this.pixels[at + 1] ?? 0, this.pixels[at + 2] ?? 0];
  }

  private fillRow(row: number, edges: readonly Edge[], brush: Brush): void {
    const { coverage, crossings, width } = this;
    let least = width;
    let most = 0;
    for (let sub = 0; sub < subRows; sub++) {
      const y = row + (sub + 0.5) / subRows;
      let count = 0;
      for (const { top, bottom, x, slope } of edges) {
        if (top > y || y >= bottom) continue;
        const crossing = x + (y - top) * slope;
        let at = count++;
        for (; at > 0 && (crossings[at - 1] ?? 0) > crossing; at--) crossings[at] = crossings[at - 1] ?? 0;
        crossings[at] = crossing;
      }
      for (let pair = 0; pair + 1 < count; pair += 2) {
        const from = Math.max(0, crossings[pair] ?? 0);
        const to = Math.min(width, crossings[pair + 1] ?? 0);
        if (to <= from) continue;
        addSpan(coverage, from, to);
        if (from < least) least = Math.floor(from);
        if (to > most) most = Math.ceil(to);
      }
    }
    this.blendRow(row, least, most, brush);
  }

  /** Lays the brush over what the row's coverage says, and clears the coverage behind it. */
  private blendRow(row: number, least: number, most: number, { ramp, offsetAt }: Brush): void {
    const { coverage, pixels } = this;
    for (let column = least; column < most; column++) {
      const covered = (coverage[column] ?? 0) / subRows;
      coverage[column] = 0;
      if (covered < 0.003) continue;
      const shade = offsetAt === undefined ? 0 : offsetAt(column + 0.5, row + 0.5);
      const share = ((covered > 1 ? 1 : covered) * (ramp[shade + 3] ?? 0)) / 255;
      const at = (row * this.width + column) * 4;
      const red = pixels[at] ?? 0;
      const green = pixels[at + 1] ?? 0;
      const blue = pixels[at + 2] ?? 0;
      pixels[at] = red + ((ramp[shade] ?? 0) - red) * share;
      pixels[at + 1] = green + ((ramp[shade + 1] ?? 0) - green) * share;
      pixels[at + 2] = blue + ((ramp[shade + 2] ?? 0) - blue) * share;
    }
    coverage[most] = 0;
  }
}

interface Edge {
  readonly top: number;
  readonly bottom: number;
  /** Where the edge is at its top, and how far it moves aside per row. */
  readonly x: number;
  readonly slope: number;
}

function edgesOf(path: Path): Edge[] {
  const edges: Edge[] = [];
  for (const outline of path) {
    for (const [index, [x, y]] of outline.entries()) {
      const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [x, y];
      if (y === nextY) continue;
      const slope = (nextX - x) / (nextY - y);
      edges.push(
        y < nextY ? { top: y, bottom: nextY, x, slope } : { top: nextY, bottom: y, x: nextX, slope },
      );
    }
  }
  return edges.toSorted((one, other) => one.top - other.top);
}

function addSpan(coverage: Float32Array, from: number, to: number): void {
  const first = Math.floor(from);
  const last = Math.floor(to);
  if (first === last) {
    coverage[first] = (coverage[first] ?? 0) + (to - from);
    return;
  }
  coverage[first] = (coverage[first] ?? 0) + (first + 1 - from);
  for (let column = first + 1; column < last; column++) coverage[column] = (coverage[column] ?? 0) + 1;
  coverage[last] = (coverage[last] ?? 0) + (to - last);
}

interface Brush {
  /** RGBA of every shade, alpha scaled by the opacity. */
  readonly ramp: Float32Array;
  /** Which shade a place takes; left out for one colour. */
  readonly offsetAt?: (x: number, y: number) => number;
}

function brushOf(paint: Paint, opacity: number): Brush {
  if (!('stops' in paint)) {
    return { ramp: Float32Array.of(paint[0], paint[1], paint[2], opacity * 255) };
  }
  const ramp = rampOf(paint.stops, opacity);
  const offset = (share: number): number =>
    Math.min(rampSize - 1, Math.max(0, Math.floor(share * rampSize))) * 4;
  if ('centre' in paint) {
    const [x, y] = paint.centre;
    return { ramp, offsetAt: (px, py) => offset(Math.hypot(px - x, py - y) / paint.radius) };
  }
  const [x, y] = paint.from;
  const [dx, dy] = [paint.to[0] - x, paint.to[1] - y];
  const length = dx * dx + dy * dy || 1;
  return { ramp, offsetAt: (px, py) => offset(((px - x) * dx + (py - y) * dy) / length) };
}

function rampOf(stops: readonly Stop[], opacity: number): Float32Array {
  const ramp = new Float32Array(rampSize * 4);
  for (let shade = 0; shade < rampSize; shade++) {
    const share = shade / (rampSize - 1);
    const after = stops.findIndex(({ at }) => at >= share);
    const next = stops[after === -1 ? stops.length - 1 : after];
    const before = stops[Math.max(0, (after === -1 ? stops.length : after) - 1)];
    if (next === undefined || before === undefined) continue;
    const between = next.at === before.at ? 1 : Math.min(1, (share - before.at) / (next.at - before.at));
    for (let channel = 0; channel < 3; channel++) {
      const from = before.colour[channel] ?? 0;
      ramp[shade * 4 + channel] = from + ((next.colour[channel] ?? 0) - from) * between;
    }
    const alpha = (before.opacity ?? 1) + ((next.opacity ?? 1) - (before.opacity ?? 1)) * between;
    ramp[shade * 4 + 3] = alpha * opacity * 255;
  }
  return ramp;
}
