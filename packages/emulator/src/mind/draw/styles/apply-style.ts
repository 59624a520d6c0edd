import type { Canvas } from '../canvas.ts';
import type { Sketch } from '../sketch.ts';
import { paintKandinsky, paintMalevich } from './abstract.ts';
import { brushed, mosaic, pencilled, pixelated, poppy, washed } from './rework.ts';
import type { StyleName } from './style-name.ts';

/** Paints the scene in the manner asked: abstractions take its place, the others rework it. */
export function applyStyle(sketch: Sketch, style: StyleName | undefined, paintScene: () => void): Canvas {
  if (style === 'kandinsky') return paintKandinsky(sketch);
  if (style === 'malevich') return paintMalevich(sketch);
  paintScene();
  switch (style) {
    case 'van-gogh':
      return brushed(sketch);
    case 'watercolour':
      return washed(sketch);
    case 'mosaic':
      return mosaic(sketch);
    case 'pixel':
      return pixelated(sketch);
    case 'pencil':
      return pencilled(sketch);
    case 'pop-art':
      return poppy(sketch);
    case undefined:
      return sketch.canvas;
  }
}
