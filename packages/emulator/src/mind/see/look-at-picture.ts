import { decode as decodePng, convertIndexedToRgb, hasPngSignature } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import { brightnessOf, type Colour } from '../draw/colour.ts';
import { nameColour, type ColourName } from './name-colour.ts';

export interface Look {
  /** Colours that fill most of the picture, most first, with their shares of it. */
  readonly colours: readonly { readonly name: ColourName; readonly share: number }[];
  /** 0 black to 1 white, on average. */
  readonly brightness: number;
  /** Large even areas and few shades: a screenshot, a chart, a drawing rather than a photograph. */
  readonly isFlat: boolean;
  /** What the emulator was asked to draw, when the picture is its own. */
  readonly drawnFrom: string | undefined;
}

/** Bigger pictures are not decoded: it would hold up every other answer. */
const mostPixels = 6_000_000;
const samplesPerSide = 96;

/** What a JPEG or PNG looks like; `undefined` for other formats, broken files and very large ones. */
export function lookAtPicture(bytes: Uint8Array, pixels: number): Look | undefined {
  if (pixels > mostPixels) return undefined;
  try {
    return hasPngSignature(bytes) ? lookAt(readPng(bytes)) : lookAt(readJpeg(bytes));
  } catch {
    return undefined;
  }
}

/** Marks a drawing as the emulator's own, in the comment of the JPEG. */
export function drawingComment(prompt: string): string {
  return `${commentStart}${encodeURIComponent(prompt.slice(0, 300))}`;
}

const commentStart = 'gigakit-emulator drew: ';

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
  readonly channels: number;
  /** Brings 16-bit samples down to 8. */
  readonly scale: number;
  readonly drawnFrom?: string;
}

function readJpeg(bytes: Uint8Array): Pixels {
  const { width, height, data, comments } = decodeJpeg(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    maxMemoryUsageInMB: 256,
  });
  const own = comments?.find((comment) => comment.startsWith(commentStart));
  return {
    width,
    height,
    data,
    channels: 3,
    scale: 1,
    ...(own === undefined ? {} : { drawnFrom: decodeURIComponent(own.slice(commentStart.length)) }),
  };
}

function readPng(bytes: Uint8Array): Pixels {
  const png = decodePng(bytes);
  if (png.palette !== undefined) {
    return {
      width: png.width,
      height: png.height,
      data: convertIndexedToRgb(png),
      channels: png.palette[0]?.length ?? 3,
      scale: 1,
    };
  }
  return {
    width: png.width,
    height: png.height,
    data: png.data,
    channels: png.channels,
    scale: png.depth === 16 ? 257 : 1,
  };
}

function lookAt({ width, height, data, channels, scale, drawnFrom }: Pixels): Look {
  const colourAt = (x: number, y: number): Colour => {
    const at = (y * width + x) * channels;
    const read = (channel: number): number => (data[at + (channels < 3 ? 0 : channel)] ?? 0) / scale;
    return [read(0), read(1), read(2)];
  };
  const counts = new Map<ColourName, number>();
  const stepX = Math.max(1, Math.floor(width / samplesPerSide));
  const stepY = Math.max(1, Math.floor(height / samplesPerSide));
  let [samples, brightness, even] = [0, 0, 0];
  for (let y = 0; y < height; y += stepY) {
    for (let x = 0; x < width; x += stepX) {
      const colour = colourAt(x, y);
      const name = nameColour(colour);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      brightness += brightnessOf(colour);
      const beside = colourAt(Math.min(width - 1, x + 1), y);
      const change =
        Math.abs(colour[0] - beside[0]) + Math.abs(colour[1] - beside[1]) + Math.abs(colour[2] - beside[2]);
      if (change <= 2) even++;
      samples++;
    }
  }
  const colours = [...counts]
    .map(([name, count]) => ({ name, share: count / samples }))
    .toSorted((one, other) => other.share - one.share)
    .filter(({ share }, index) => index === 0 || share >= 0.06)
    .slice(0, 4);
  return { colours, brightness: brightness / samples, isFlat: even / samples > 0.72, drawnFrom };
}
