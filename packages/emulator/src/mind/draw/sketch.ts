import type { SeededRandom } from '../seeded-random.ts';
import type { Canvas } from './canvas.ts';
import type { Colour } from './colour.ts';
import type { Palette } from './palette.ts';

/** What every part of a picture is drawn with. */
export interface Sketch {
  readonly canvas: Canvas;
  readonly palette: Palette;
  readonly random: SeededRandom;
  readonly size: number;
  /** Where the ground meets the sky. */
  readonly horizon: number;
  /** What the prompt says of the animals' fur. */
  readonly fur: Colour | undefined;
}

/** Where a subject stands: the middle of its foot, and how tall it is. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}
