import { Canvas } from '../canvas.ts';
import { brightnessOf, darken, hex, lighten, mix, type Colour } from '../colour.ts';
import { ellipse, rectangle, stroke } from '../path.ts';
import type { Sketch } from '../sketch.ts';

/** Thousands of short strokes that swirl with the light: an oil painting. */
export function brushed({ canvas, random, size }: Sketch): Canvas {
  const painted = copyOf(canvas);
  const swirls = Array.from({ length: 5 }, () => ({
    x: random.between(0, size),
    y: random.between(0, size * 0.7),
    turn: random.isLikely(0.5) ? 1 : -1,
  }));
  const layers = [
    { count: 1500, long: 26, wide: 8 },
    { count: 4200, long: 15, wide: 4.4 },
  ];
  for (const { count, long, wide } of layers) {
    for (let number = 0; number < count; number++) {
      const [x, y] = [random.between(0, size), random.between(0, size)];
      let [dx, dy] = [0.6, 0.25];
      for (const swirl of swirls) {
        const [rx, ry] = [x - swirl.x, y - swirl.y];
        const pull = 9000 / (rx * rx + ry * ry + 1800);
        dx += (-ry / 90) * pull * swirl.turn;
        dy += (rx / 90) * pull * swirl.turn;
      }
      const length = Math.hypot(dx, dy) || 1;
      const [ux, uy] = [(dx / length) * long, (dy / length) * long];
      const base = canvas.colourAt(x, y);
      const shade = random.between(-0.16, 0.16);
      const colour = shade > 0 ? lighten(base, shade) : darken(base, -shade);
      painted.fill(
        stroke(
          [
            [x - ux / 2, y - uy / 2],
            [x + ux / 2, y + uy / 2],
          ],
          wide,
          wide * 0.6,
        ),
        colour,
        0.9,
      );
    }
  }
  return painted;
}

/** Wet edges, pale washes and paper that shows through. */
export function washed({ canvas, random, size }: Sketch): Canvas {
  const paper = new Canvas(size, size);
  paper.fill(rectangle(0, 0, size, size), hex('fbf8f0'));
  for (let pass = 0; pass < 3; pass++) {
    const step = [22, 13, 7][pass] ?? 8;
    for (let y = 0; y < size + step; y += step) {
      for (let x = 0; x < size + step; x += step) {
        const [px, py] = [x + random.between(-step, step) * 0.6, y + random.between(-step, step) * 0.6];
        const edge = Math.min(px, py, size - px, size - py) / (size * 0.1);
        if (edge < random.between(0.1, 0.75)) continue;
        const colour = lighten(canvas.colourAt(px, py), random.between(0.05, 0.22));
        paper.fill(
          ellipse(
            px,
            py,
            step * random.between(0.7, 1.25),
            step * random.between(0.5, 0.95),
            random.between(0, 3),
          ),
          colour,
          pass === 2 ? 0.62 : 0.5,
        );
      }
    }
  }
  overlayDetail(paper, canvas, 0.38);
  for (let count = 0; count < 2600; count++) {
    paper.fill(
      rectangle(random.between(0, size), random.between(0, size), 1.4, 1.4),
      count % 2 === 0 ? [255, 255, 255] : hex('b9b2a3'),
      0.22,
    );
  }
  return paper;
}

/** Brings back the outlines of the picture below, away from the paper's edge. */
function overlayDetail(paper: Canvas, canvas: Canvas, share: number): void {
  const { width, height } = canvas;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = Math.min(x, y, width - x, height - y) / (width * 0.14);
      const strength = share * Math.max(0, Math.min(1, edge - 0.45));
      const at = (y * width + x) * 4;
      for (let channel = 0; channel < 3; channel++) {
        const under = paper.pixels[at + channel] ?? 0;
        paper.pixels[at + channel] = under + ((canvas.pixels[at + channel] ?? 0) - under) * strength;
      }
    }
  }
}

/** Cells of glass with dark lead between them. */
export function mosaic({ canvas, random, size }: Sketch): Canvas {
  const cell = 17;
  const columns = Math.ceil(size / cell) + 2;
  const seeds = Array.from({ length: columns * columns }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const [x, y] = [
      (column - 1 + random.between(0.15, 0.85)) * cell,
      (row - 1 + random.between(0.15, 0.85)) * cell,
    ];
    const base = canvas.colourAt(x, y);
    return {
      x,
      y,
      colour: saturate(
        random.isLikely(0.5) ? lighten(base, random.between(0, 0.15)) : darken(base, random.between(0, 0.15)),
        1.35,
      ),
    };
  });
  const made = new Canvas(size, size);
  const lead = hex('1d1a22');
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [nearest, second, chosen] = [Infinity, Infinity, lead];
      const [column, row] = [Math.floor(x / cell) + 1, Math.floor(y / cell) + 1];
      for (let other = -1; other <= 1; other++) {
        for (let next = -1; next <= 1; next++) {
          const seed = seeds[(row + other) * columns + column + next];
          if (seed === undefined) continue;
          const far = (seed.x - x) ** 2 + (seed.y - y) ** 2;
          if (far < nearest) [second, nearest, chosen] = [nearest, far, seed.colour];
          else if (far < second) second = far;
        }
      }
      const gap = Math.sqrt(second) - Math.sqrt(nearest);
      put(made, x, y, mix(lead, chosen, Math.min(1, Math.max(0, gap - 0.8) / 1.4)));
    }
  }
  return made;
}

/** Big square pixels in few shades. */
export function pixelated({ canvas, size }: Sketch): Canvas {
  const block = 8;
  const made = new Canvas(size, size);
  for (let y = 0; y < size; y += block) {
    for (let x = 0; x < size; x += block) {
      const colour = canvas.colourAt(x + block / 2, y + block / 2);
      const fewer: Colour = [coarse(colour[0]), coarse(colour[1]), coarse(colour[2])];
      made.fill(rectangle(x, y, block, block), fewer);
    }
  }
  return made;
}

/** Outlines and hatching in graphite. */
export function pencilled({ canvas, random, size }: Sketch): Canvas {
  const made = new Canvas(size, size);
  const light = new Float32Array(size * size);
  for (let at = 0; at < light.length; at++) {
    light[at] = brightnessOf([
      canvas.pixels[at * 4] ?? 0,
      canvas.pixels[at * 4 + 1] ?? 0,
      canvas.pixels[at * 4 + 2] ?? 0,
    ]);
  }
  const lightAt = (x: number, y: number): number =>
    light[Math.min(size - 1, Math.max(0, y)) * size + Math.min(size - 1, Math.max(0, x))] ?? 1;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const edge = Math.hypot(lightAt(x + 1, y) - lightAt(x - 1, y), lightAt(x, y + 1) - lightAt(x, y - 1));
      const shade = lightAt(x, y);
      const wobble = random.between(-0.03, 0.03);
      const hatch =
        (shade < 0.62 && (x + y) % 6 < 1.6) ||
        (shade < 0.38 && (x - y + size) % 6 < 1.6) ||
        (shade < 0.2 && (x + y * 2) % 5 < 1.6);
      const tone =
        0.965 +
        wobble -
        Math.min(0.75, edge * 3.2) -
        (hatch ? 0.3 + (0.4 - shade * 0.4) : 0) -
        (1 - shade) * 0.12;
      put(made, x, y, mix(hex('2b2a2f'), hex('faf7f0'), Math.max(0, Math.min(1, tone))));
    }
  }
  return made;
}

/** The picture four times over, each in three loud colours. */
export function poppy({ canvas, size }: Sketch): Canvas {
  const sets = [
    ['2d0f5e', 'ff3c78', 'ffe84a'],
    ['063852', 'f0810f', 'ffe67a'],
    ['4a0d2b', '12c2c2', 'fff275'],
    ['1a3300', '66cc33', 'ff9ad5'],
  ].map((codes) => codes.map(hex));
  const made = new Canvas(size, size);
  const half = size / 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const colours = sets[(x < half ? 0 : 1) + (y < half ? 0 : 2)] ?? [];
      const shade = brightnessOf(canvas.colourAt((x % half) * 2, (y % half) * 2));
      const dot = Math.hypot((x % 6) - 3, (y % 6) - 3) < 2.1 ? 0.07 : -0.05;
      const level = shade + dot < 0.36 ? 0 : shade + dot < 0.68 ? 1 : 2;
      put(made, x, y, colours[level] ?? [0, 0, 0]);
    }
  }
  made
    .fill(rectangle(half - 3, 0, 6, size), [255, 255, 255])
    .fill(rectangle(0, half - 3, size, 6), [255, 255, 255]);
  return made;
}

function copyOf(canvas: Canvas): Canvas {
  const copy = new Canvas(canvas.width, canvas.height);
  copy.pixels.set(canvas.pixels);
  return copy;
}

function put(canvas: Canvas, x: number, y: number, colour: Colour): void {
  const at = (y * canvas.width + x) * 4;
  canvas.pixels[at] = colour[0];
  canvas.pixels[at + 1] = colour[1];
  canvas.pixels[at + 2] = colour[2];
}

function coarse(value: number): number {
  return Math.round(value / 36) * 36;
}

function saturate(colour: Colour, by: number): Colour {
  const grey = brightnessOf(colour) * 255;
  return [grey + (colour[0] - grey) * by, grey + (colour[1] - grey) * by, grey + (colour[2] - grey) * by];
}
