import { darken, hex, lighten, mix } from '../colour.ts';
import { ellipse, polygon, stroke } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

const bark = hex('6b4a35');

export function drawTree({ canvas, palette, random }: Sketch, { x, y, height }: Spot): void {
  const trunk = mix(bark, palette.ink, 0.25);
  canvas.fill(
    stroke(
      [
        [x, y],
        [x + height * 0.02, y - height * 0.3],
        [x, y - height * 0.55],
      ],
      height * 0.1,
      height * 0.05,
    ),
    trunk,
  );
  canvas.fill(
    stroke(
      [
        [x, y - height * 0.35],
        [x + height * 0.16, y - height * 0.55],
      ],
      height * 0.04,
      height * 0.02,
    ),
    trunk,
  );
  const green = random.pick(palette.foliage);
  const puffs = [
    [-0.2, 0.55, 0.2],
    [0.2, 0.56, 0.2],
    [0, 0.5, 0.2],
    [-0.12, 0.74, 0.2],
    [0.13, 0.76, 0.19],
    [0, 0.88, 0.15],
    [0, 0.66, 0.23],
  ] as const;
  for (const [dx, up, share] of puffs) {
    const [cx, cy, radius] = [x + dx * height, y - up * height, share * height];
    canvas.fill(ellipse(cx, cy, radius, radius * 0.9), {
      centre: [cx - radius * 0.4, cy - radius * 0.5],
      radius: radius * 1.6,
      stops: [
        { at: 0, colour: lighten(green, 0.28) },
        { at: 1, colour: darken(green, 0.22) },
      ],
    });
  }
  for (let count = 0; count < 16; count++) {
    const [angle, far] = [random.between(0, Math.PI * 2), random.between(0, 0.28) * height];
    canvas.fill(
      ellipse(x + Math.cos(angle) * far, y - height * 0.67 + Math.sin(angle) * far * 0.9, height * 0.012),
      lighten(green, 0.4),
      0.7,
    );
  }
}

export function drawFir({ canvas, palette, random }: Sketch, { x, y, height }: Spot): void {
  canvas.fill(
    polygon(
      [x - height * 0.03, y],
      [x + height * 0.03, y],
      [x + height * 0.02, y - height * 0.25],
      [x - height * 0.02, y - height * 0.25],
    ),
    mix(bark, palette.ink, 0.3),
  );
  const green = palette.hour === 'autumn' ? hex('5b6b3a') : random.pick(palette.foliage);
  for (let tier = 0; tier < 4; tier++) {
    const base = y - height * (0.12 + tier * 0.2);
    const half = height * (0.24 - tier * 0.045);
    const top = base - height * (0.36 - tier * 0.02);
    canvas.fill(
      polygon(
        [x, top],
        [x + half, base],
        [x + half * 0.4, base - height * 0.03],
        [x, base + height * 0.015],
        [x - half * 0.4, base - height * 0.03],
        [x - half, base],
      ),
      {
        from: [x - half, base],
        to: [x + half, base],
        stops: [
          { at: 0, colour: lighten(green, 0.16) },
          { at: 1, colour: darken(green, 0.3) },
        ],
      },
    );
    if (palette.hour === 'winter') {
      canvas.fill(
        polygon(
          [x, top],
          [x + half * 0.5, top + (base - top) * 0.55],
          [x + half * 0.1, top + (base - top) * 0.42],
          [x - half * 0.4, top + (base - top) * 0.5],
        ),
        [255, 255, 255],
        0.85,
      );
    }
  }
}
