import { darken, hex, lighten, mix } from '../colour.ts';
import { ellipse, rectangle, roundedRectangle, stroke, type Point } from '../path.ts';
import type { Sketch } from '../sketch.ts';

/** A wall with a window and a table before it: where cups, fruit and vases stand. */
export function drawRoom({ canvas, palette, random, size }: Sketch): void {
  const wall = mix(random.pick(palette.accents), hex('fff4e2'), 0.72);
  canvas.fill(rectangle(0, 0, size, size), {
    centre: [size * 0.62, size * 0.3],
    radius: size * 0.85,
    stops: [
      { at: 0, colour: lighten(wall, 0.45) },
      { at: 1, colour: darken(wall, 0.18) },
    ],
  });
  const [left, top, side] = [size * 0.58, size * 0.08, size * 0.34];
  canvas.fill(roundedRectangle(left, top, side, side * 1.15, 6), lighten(palette.wall, 0.5));
  canvas.fill(rectangle(left + 9, top + 9, side - 18, side * 1.15 - 18), {
    from: [left, top],
    to: [left, top + side * 1.15],
    stops: [
      { at: 0, colour: palette.sky[0] },
      { at: 0.7, colour: palette.sky[2] },
      { at: 1, colour: palette.middle },
    ],
  });
  canvas.fill(ellipse(left + side * 0.32, top + side * 0.36, side * 0.12), palette.sun);
  canvas.fill(rectangle(left + side / 2 - 4, top, 8, side * 1.15), lighten(palette.wall, 0.5));
  canvas.fill(rectangle(left, top + side * 0.56, side, 8), lighten(palette.wall, 0.5));
  const wood = mix(hex('b5794a'), palette.ink, 0.08);
  canvas.fill(rectangle(0, size * 0.74, size, size * 0.26), {
    from: [0, size * 0.74],
    to: [0, size],
    stops: [
      { at: 0, colour: lighten(wood, 0.22) },
      { at: 1, colour: darken(wood, 0.25) },
    ],
  });
  for (let grain = 0; grain < 16; grain++) {
    const y = size * random.between(0.755, 0.99);
    const x = random.between(-0.1, 0.8) * size;
    canvas.fill(
      stroke(
        [
          [x, y],
          [x + size * 0.14, y + random.between(-3, 3)],
          [x + size * random.between(0.2, 0.36), y],
        ],
        1,
        2.2,
      ),
      darken(wood, 0.3),
      0.35,
    );
  }
}

/** Deep water with light from above, sand and weed below. */
export function drawUnderwater({ canvas, palette, random, size }: Sketch): void {
  canvas.fill(rectangle(0, 0, size, size), {
    from: [0, 0],
    to: [0, size],
    stops: [
      { at: 0, colour: hex('7fe0e8') },
      { at: 0.45, colour: hex('2a93c4') },
      { at: 1, colour: hex('0d3b66') },
    ],
  });
  for (let beam = 0; beam < 6; beam++) {
    const x = random.between(0, size);
    const spread = size * random.between(0.03, 0.08);
    canvas.fill(
      [
        [
          [x, 0],
          [x + spread, 0],
          [x + spread * 3 - size * 0.12, size * 0.9],
          [x - spread - size * 0.16, size * 0.9],
        ],
      ],
      [255, 255, 255],
      0.07,
    );
  }
  canvas.fill(ellipse(size / 2, size * 1.16, size * 0.85, size * 0.3), {
    from: [0, size * 0.86],
    to: [0, size],
    stops: [
      { at: 0, colour: hex('e3c48d') },
      { at: 1, colour: hex('a8875a') },
    ],
  });
  for (let plant = 0; plant < 9; plant++) {
    const x = (plant < 5 ? random.between(0.02, 0.3) : random.between(0.72, 0.98)) * size;
    const tall = size * random.between(0.14, 0.42);
    const sway = random.between(8, 20);
    const blade = Array.from({ length: 6 }, (_, step): Point => [
      x + Math.sin(step * 1.3 + plant) * sway,
      size * 0.97 - (tall * step) / 5,
    ]);
    canvas.fill(stroke(blade, 13, 3), mix(hex('1f7a5c'), hex('6cc27a'), random.next()), 0.92);
  }
  for (let bubble = 0; bubble < 22; bubble++) {
    const [x, y, radius] = [random.between(0, size), random.between(0, size * 0.9), random.between(2, 8)];
    canvas.fill([...ellipse(x, y, radius), ...ellipse(x, y, radius * 0.8)], [255, 255, 255], 0.55);
    canvas.fill(ellipse(x - radius * 0.3, y - radius * 0.3, radius * 0.2), [255, 255, 255], 0.8);
  }
  canvas.fill(
    ellipse(size * 0.16, size * 0.94, size * 0.06, size * 0.035),
    mix(palette.far, palette.ink, 0.3),
  );
}

/** Soft rings of light with small lights adrift. */
export function drawGlow({ canvas, palette, random, size }: Sketch): void {
  const base = random.pick(palette.accents);
  canvas.fill(rectangle(0, 0, size, size), {
    centre: [size / 2, size * 0.48],
    radius: size * 0.75,
    stops: [
      { at: 0, colour: lighten(base, 0.85) },
      { at: 0.6, colour: lighten(base, 0.5) },
      { at: 1, colour: mix(base, palette.ink, 0.2) },
    ],
  });
  for (let light = 0; light < 46; light++) {
    const centre: Point = [random.between(0, size), random.between(0, size)];
    const radius = random.between(3, 26);
    canvas.fill(ellipse(...centre, radius), {
      centre,
      radius,
      stops: [
        { at: 0, colour: [255, 255, 255], opacity: 0.5 },
        { at: 1, colour: [255, 255, 255], opacity: 0 },
      ],
    });
  }
}
