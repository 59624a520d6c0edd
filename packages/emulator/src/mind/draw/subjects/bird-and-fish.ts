import { darken, hex, lighten } from '../colour.ts';
import { blob, ellipse, polygon, stroke } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawBird({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const coat = random.pick(palette.accents);
  canvas.fill(
    blob(
      [x + h * 0.28, y - h * 0.38],
      [x + h * 0.62, y - h * 0.3],
      [x + h * 0.64, y - h * 0.2],
      [x + h * 0.3, y - h * 0.22],
    ),
    darken(coat, 0.35),
  );
  for (const dx of [-0.05, 0.08])
    canvas.fill(
      stroke(
        [
          [x + dx * h, y - h * 0.15],
          [x + dx * h, y],
        ],
        h * 0.02,
      ),
      hex('c97b2d'),
    );
  canvas.fill(ellipse(x, y - h * 0.38, h * 0.36, h * 0.27, -0.15), {
    centre: [x - h * 0.1, y - h * 0.5],
    radius: h * 0.6,
    stops: [
      { at: 0, colour: lighten(coat, 0.35) },
      { at: 1, colour: darken(coat, 0.15) },
    ],
  });
  canvas.fill(ellipse(x - h * 0.1, y - h * 0.3, h * 0.2, h * 0.15, 0.3), lighten(coat, 0.6), 0.9);
  canvas.fill(
    blob(
      [x - h * 0.02, y - h * 0.5],
      [x + h * 0.26, y - h * 0.42],
      [x + h * 0.36, y - h * 0.24],
      [x + h * 0.06, y - h * 0.3],
    ),
    darken(coat, 0.3),
  );
  canvas.fill(ellipse(x - h * 0.26, y - h * 0.68, h * 0.2), lighten(coat, 0.08));
  canvas.fill(
    polygon([x - h * 0.44, y - h * 0.71], [x - h * 0.64, y - h * 0.65], [x - h * 0.43, y - h * 0.6]),
    hex('f4a02c'),
  );
  canvas.fill(ellipse(x - h * 0.32, y - h * 0.73, h * 0.05), [255, 255, 255]);
  canvas.fill(ellipse(x - h * 0.33, y - h * 0.73, h * 0.03), hex('1c1a22'));
}

export function drawFish({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const coat = random.pick(palette.accents);
  const middle = y - h * 0.45;
  canvas.fill(
    blob(
      [x + h * 0.42, middle],
      [x + h * 0.74, middle - h * 0.26],
      [x + h * 0.64, middle],
      [x + h * 0.74, middle + h * 0.26],
    ),
    darken(coat, 0.2),
  );
  canvas.fill(
    blob(
      [x - h * 0.08, middle - h * 0.26],
      [x + h * 0.16, middle - h * 0.46],
      [x + h * 0.28, middle - h * 0.2],
    ),
    darken(coat, 0.2),
  );
  canvas.fill(ellipse(x, middle, h * 0.54, h * 0.32), {
    from: [x, middle - h * 0.32],
    to: [x, middle + h * 0.32],
    stops: [
      { at: 0, colour: coat },
      { at: 1, colour: lighten(coat, 0.65) },
    ],
  });
  for (const dx of [-0.1, 0.1, 0.28])
    canvas.fill(
      stroke(
        [
          [x + dx * h, middle - h * 0.24],
          [x + dx * h + h * 0.06, middle],
          [x + dx * h, middle + h * 0.24],
        ],
        h * 0.05,
      ),
      [255, 255, 255],
      0.55,
    );
  canvas.fill(ellipse(x - h * 0.34, middle - h * 0.06, h * 0.07), [255, 255, 255]);
  canvas.fill(ellipse(x - h * 0.36, middle - h * 0.06, h * 0.04), hex('1c1a22'));
  for (const [dx, up, r] of [
    [-0.66, 0.2, 0.03],
    [-0.72, 0.36, 0.045],
    [-0.62, 0.52, 0.025],
  ] as const) {
    canvas.fill(
      [...ellipse(x + dx * h, middle - up * h, r * h), ...ellipse(x + dx * h, middle - up * h, r * h * 0.7)],
      [255, 255, 255],
      0.8,
    );
  }
}
