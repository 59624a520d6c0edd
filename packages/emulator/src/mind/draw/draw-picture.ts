import { encode } from 'jpeg-js';
import { hashText, seededRandom } from '../seeded-random.ts';
import type { Drawing, DrawRequest } from '../mind.ts';
import { drawingComment } from '../see/look-at-picture.ts';
import { Canvas } from './canvas.ts';
import { compose } from './compose.ts';
import { palettes, type Hour } from './palette.ts';
import { readPrompt, type Scene } from './read-prompt.ts';
import { applyStyle } from './styles/apply-style.ts';

const size = 512;
const quality = 88;

/** A picture of what the prompt names, in the style it or the style text names; the same for the same words and seed. */
export function drawPicture({ prompt, style = '', seed = 1 }: DrawRequest): Drawing {
  const words = `${prompt}\n${style}`;
  const random = seededRandom(hashText(words.trim().toLowerCase(), seed));
  const scene = furnish(
    { ...readPrompt(prompt), style: readPrompt(words).style },
    random.pick(['day', 'dawn', 'sunset', 'autumn', 'night']),
  );
  const canvas = new Canvas(size, size);
  const horizon =
    size *
    (scene.places.includes('mountains') || scene.places.includes('city') ? 0.64 : random.between(0.56, 0.64));
  const sketch = { canvas, palette: palettes[scene.hour ?? 'day'], random, size, horizon, fur: scene.fur };
  const painted = applyStyle(sketch, scene.style, () => compose(sketch, scene));
  const jpeg = encode(
    {
      width: painted.width,
      height: painted.height,
      data: painted.pixels,
      comments: [drawingComment(prompt)],
    },
    quality,
  );
  return { bytes: new Uint8Array(jpeg.data), mediaType: 'image/jpeg' };
}

/** What a prompt leaves open: an hour for the light, and a place when it names nothing to see. */
function furnish(scene: Scene, anyHour: Hour): Scene {
  const isEmpty = scene.places.length === 0 && scene.subjects.length === 0 && !scene.hasRainbow;
  const places = isEmpty && scene.hour !== 'space' ? (['mountains', 'forest'] as const) : scene.places;
  const hour =
    scene.hour ??
    (isEmpty
      ? anyHour
      : scene.subjects.includes('rocket')
        ? 'space'
        : scene.subjects.includes('fish')
          ? 'day'
          : 'day');
  return {
    ...scene,
    places: scene.subjects.includes('boat') && !places.includes('sea') ? [...places, 'sea'] : places,
    hour,
  };
}
