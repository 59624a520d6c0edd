import { darken, hex, lighten, mix, type Colour } from '../colour.ts';
import {
  blob,
  ellipse,
  polygon,
  rectangle,
  roundedRectangle,
  stroke,
  type Path,
  type Point,
} from '../path.ts';
import type { Place } from '../read-prompt.ts';
import type { Sketch } from '../sketch.ts';
import { drawFir, drawTree } from '../subjects/tree.ts';

/** The ground of a place, from afar to near. */
export function drawLand(sketch: Sketch, places: readonly Place[]): void {
  const has = (place: Place): boolean => places.includes(place);
  if (has('mountains')) drawMountains(sketch);
  if (has('city')) drawCity(sketch);
  if (has('sea')) {
    drawSea(sketch);
    return;
  }
  if (has('desert')) drawDunes(sketch);
  else drawHills(sketch);
  if (has('forest')) drawForest(sketch);
  if (has('city')) drawRoad(sketch);
  else if (has('field') || places.length === 0) drawGrass(sketch);
}

function ridge({ random, size }: Sketch, base: number, height: number, peaks: number): Path {
  const line: Point[] = [];
  for (let peak = 0; peak <= peaks; peak++) {
    const x = (peak / peaks) * size;
    line.push([x, base - height * random.between(0.05, 0.3)]);
    if (peak < peaks)
      line.push([x + (size / peaks) * random.between(0.35, 0.65), base - height * random.between(0.6, 1)]);
  }
  return polygon(...line, [size, size], [0, size]);
}

function drawMountains(sketch: Sketch): void {
  const { canvas, palette, horizon, size } = sketch;
  const far = ridge(sketch, horizon + 10, size * 0.34, 4);
  canvas.fill(far, {
    from: [0, horizon - size * 0.34],
    to: [0, horizon],
    stops: [
      { at: 0, colour: palette.far },
      { at: 1, colour: mix(palette.far, palette.sky[2], 0.55) },
    ],
  });
  const near = ridge(sketch, horizon + 12, size * 0.25, 3);
  const dark = mix(palette.far, palette.ink, 0.28);
  canvas.fill(near, {
    from: [0, horizon - size * 0.25],
    to: [0, horizon + 20],
    stops: [
      { at: 0, colour: dark },
      { at: 1, colour: mix(dark, palette.middle, 0.5) },
    ],
  });
  for (const [x, y] of peaksOf(near)) drawSnowCap(sketch, x, y, size * 0.055);
  for (const [x, y] of peaksOf(far)) drawSnowCap(sketch, x, y, size * 0.035);
}

function peaksOf(path: Path): Point[] {
  const line = path[0] ?? [];
  return line.filter(
    ([, y], index) => index % 2 === 1 && index < line.length - 3 && y < (line[index - 1]?.[1] ?? 0),
  );
}

function drawSnowCap({ canvas, palette }: Sketch, x: number, y: number, height: number): void {
  const snow = mix([255, 255, 255], palette.sky[2], 0.25);
  canvas.fill(
    polygon(
      [x, y],
      [x + height * 0.62, y + height],
      [x + height * 0.3, y + height * 0.75],
      [x, y + height * 1.1],
      [x - height * 0.3, y + height * 0.7],
      [x - height * 0.62, y + height],
    ),
    snow,
    0.92,
  );
}

function drawHills(sketch: Sketch): void {
  const { canvas, palette, random, size, horizon } = sketch;
  const layers: readonly (readonly [Colour, number, number])[] = [
    [mix(palette.far, palette.middle, 0.5), 0, 0.05],
    [palette.middle, 0.06, 0.045],
    [palette.near, 0.16, 0.04],
  ];
  for (const [colour, down, wave] of layers) {
    const base = horizon + size * down;
    const shift = random.between(0, 6);
    const line = Array.from({ length: 26 }, (_, step): Point => {
      const x = (step / 25) * size;
      return [x, base - Math.sin(step / 4.2 + shift) * size * wave];
    });
    canvas.fill(polygon(...line, [size, size], [0, size]), {
      from: [0, base - size * wave],
      to: [0, size],
      stops: [
        { at: 0, colour: lighten(colour, 0.12) },
        { at: 1, colour: darken(colour, 0.18) },
      ],
    });
  }
}

function drawGrass({ canvas, palette, random, size, horizon }: Sketch): void {
  const isSnowy = palette.hour === 'winter';
  for (let count = 0; count < 90; count++) {
    const [x, y] = [random.between(0, size), random.between(horizon + size * 0.2, size)];
    const tall = size * random.between(0.008, 0.022);
    const colour = isSnowy
      ? mix(palette.near, palette.water, 0.3)
      : mix(palette.near, random.pick(palette.foliage), 0.7);
    canvas.fill(
      stroke(
        [
          [x, y],
          [x + random.between(-4, 4), y - tall],
        ],
        2.2,
        0.6,
      ),
      colour,
      0.8,
    );
    if (count % 6 === 0 && !isSnowy)
      canvas.fill(ellipse(x, y - tall, 2.6), random.pick(palette.accents), 0.95);
  }
}

function drawForest(sketch: Sketch): void {
  const { random, size, horizon } = sketch;
  const trees = Array.from({ length: 17 }, () => ({
    x: random.between(-0.02, 1.02) * size,
    down: random.next(),
  })).toSorted((one, other) => one.down - other.down);
  for (const { x, down } of trees) {
    const middle = Math.abs(x / size - 0.5) < 0.2;
    const spot = {
      x,
      y: horizon + size * (0.03 + down * (middle ? 0.05 : 0.24)),
      height: size * (0.2 + down * (middle ? 0.08 : 0.3)),
    };
    if (random.isLikely(0.65)) drawFir(sketch, spot);
    else drawTree(sketch, spot);
  }
}

function drawSea(sketch: Sketch): void {
  const { canvas, palette, random, size, horizon } = sketch;
  canvas.fill(rectangle(0, horizon, size, size - horizon), {
    from: [0, horizon],
    to: [0, size],
    stops: [
      { at: 0, colour: mix(palette.water, palette.sky[2], 0.55) },
      { at: 0.35, colour: palette.water },
      { at: 1, colour: darken(palette.water, 0.4) },
    ],
  });
  for (let count = 0; count < 70; count++) {
    const depth = random.next() ** 1.6;
    const y = horizon + 3 + depth * (size - horizon);
    const width = size * (0.02 + depth * 0.12);
    const x = random.between(0, size);
    canvas.fill(
      stroke(
        [
          [x - width / 2, y],
          [x, y - 1 - depth * 4],
          [x + width / 2, y],
        ],
        0.6,
        1 + depth * 2.2,
      ),
      lighten(palette.water, 0.5),
      0.3 + depth * 0.25,
    );
  }
  for (let count = 0; count < 26; count++) {
    const depth = random.next();
    canvas.fill(
      ellipse(
        size * 0.5 + random.between(-1, 1) * size * (0.06 + depth * 0.1),
        horizon + 4 + depth * (size - horizon) * 0.7,
        size * 0.02 * (0.5 + depth),
        1.2,
      ),
      palette.sun,
      0.45,
    );
  }
}

function drawDunes({ canvas, palette, random, size, horizon }: Sketch): void {
  const sand = mix(hex('e8b468'), palette.near, palette.hour === 'day' ? 0.1 : 0.5);
  for (let layer = 0; layer < 4; layer++) {
    const base = horizon + size * layer * 0.1;
    const crest = random.between(0.25, 0.75) * size;
    const colour = darken(sand, layer * 0.09);
    canvas.fill(
      blob(
        [-60, base + 30],
        [crest * 0.5, base - 4],
        [crest, base - size * 0.06],
        [crest + (size - crest) * 0.5, base + 6],
        [size + 60, base + 24],
        [size + 60, size + 90],
        [-60, size + 90],
      ),
      {
        from: [0, base - size * 0.06],
        to: [0, base + size * 0.2],
        stops: [
          { at: 0, colour: lighten(colour, 0.25) },
          { at: 1, colour },
        ],
      },
    );
  }
  for (const [x, share] of [
    [0.16, 0.16],
    [0.86, 0.12],
  ] as const) {
    const [cx, foot, tall] = [x * size, horizon + size * 0.26, size * share];
    const green = palette.foliage[0];
    canvas.fill(roundedRectangle(cx - tall * 0.09, foot - tall, tall * 0.18, tall, tall * 0.09), green);
    canvas.fill(
      stroke(
        [
          [cx, foot - tall * 0.45],
          [cx - tall * 0.3, foot - tall * 0.5],
          [cx - tall * 0.32, foot - tall * 0.75],
        ],
        tall * 0.12,
      ),
      green,
    );
    canvas.fill(
      stroke(
        [
          [cx, foot - tall * 0.35],
          [cx + tall * 0.28, foot - tall * 0.4],
          [cx + tall * 0.3, foot - tall * 0.62],
        ],
        tall * 0.12,
      ),
      green,
    );
  }
}

function drawCity(sketch: Sketch): void {
  const { canvas, palette, random, size, horizon } = sketch;
  const isDark = palette.hour === 'night' || palette.hour === 'sunset' || palette.hour === 'space';
  for (const [layer, colour] of [
    mix(palette.far, palette.sky[2], 0.4),
    mix(palette.far, palette.ink, isDark ? 0.45 : 0.25),
  ].entries()) {
    for (let x = -size * 0.03; x < size;) {
      const width = size * random.between(0.06, 0.12);
      const tall = size * random.between(layer === 0 ? 0.2 : 0.1, layer === 0 ? 0.48 : 0.34);
      const top = horizon + size * 0.06 - tall;
      canvas.fill(rectangle(x, top, width, tall), {
        from: [x, top],
        to: [x + width, top],
        stops: [
          { at: 0, colour: lighten(colour, 0.1) },
          { at: 1, colour: darken(colour, 0.12) },
        ],
      });
      if (random.isLikely(0.3))
        canvas.fill(polygon([x, top], [x + width / 2, top - width * 0.7], [x + width, top]), colour);
      if (random.isLikely(0.3))
        canvas.fill(rectangle(x + width / 2 - 1, top - size * 0.05, 2, size * 0.05), colour);
      drawWindows(sketch, x, top, width, tall, isDark);
      x += width + size * random.between(0, 0.015);
    }
  }
}

function drawWindows(
  { canvas, palette, random, size }: Sketch,
  x: number,
  top: number,
  width: number,
  tall: number,
  isDark: boolean,
): void {
  const step = size * 0.021;
  for (let row = top + step * 0.7; row < top + tall - step; row += step) {
    for (let column = x + step * 0.5; column < x + width - step * 0.6; column += step) {
      if (random.isLikely(isDark ? 0.55 : 0.2)) continue;
      canvas.fill(rectangle(column, row, step * 0.48, step * 0.55), palette.window, isDark ? 0.9 : 0.65);
    }
  }
}

function drawRoad({ canvas, palette, size, horizon }: Sketch): void {
  const top = horizon + size * 0.08;
  const asphalt = mix(palette.ink, palette.far, 0.3);
  canvas.fill(
    polygon([size * 0.44, top], [size * 0.56, top], [size * 0.95, size], [size * 0.05, size]),
    asphalt,
  );
  for (let piece = 0; piece < 5; piece++) {
    const [from, to] = [(piece / 5) ** 1.7, ((piece + 0.5) / 5) ** 1.7];
    const half = (share: number): number => 1 + share * 6;
    const row = (share: number): number => top + share * (size - top);
    canvas.fill(
      polygon(
        [size / 2 - half(from), row(from)],
        [size / 2 + half(from), row(from)],
        [size / 2 + half(to), row(to)],
        [size / 2 - half(to), row(to)],
      ),
      palette.sun,
      0.85,
    );
  }
}
