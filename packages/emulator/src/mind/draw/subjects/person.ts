import { darken, hex } from '../colour.ts';
import { blob, ellipse, stroke } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawPerson({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const coat = random.pick(palette.accents);
  const hair = hex(random.pick(['3b2a20', '8a5a3b', 'd9a441', '26222e']));
  const skin = hex(random.pick(['f1c9a5', 'd9a066', '9c6b47']));
  canvas.fill(ellipse(x, y, h * 0.2, h * 0.025), palette.ink, 0.25);
  for (const side of [-1, 1]) {
    canvas.fill(
      stroke(
        [
          [x + side * h * 0.05, y - h * 0.25],
          [x + side * h * 0.06, y - h * 0.02],
        ],
        h * 0.06,
        h * 0.05,
      ),
      darken(hair, 0.2),
    );
    canvas.fill(
      stroke(
        [
          [x + side * h * 0.1, y - h * 0.58],
          [x + side * h * 0.19, y - h * 0.45],
          [x + side * h * 0.2, y - h * (side > 0 ? 0.6 : 0.33)],
        ],
        h * 0.05,
        h * 0.04,
      ),
      darken(coat, 0.15),
    );
    canvas.fill(ellipse(x + side * h * 0.2, y - h * (side > 0 ? 0.62 : 0.31), h * 0.027), skin);
  }
  canvas.fill(
    blob(
      [x - h * 0.1, y - h * 0.66],
      [x + h * 0.1, y - h * 0.66],
      [x + h * 0.14, y - h * 0.42],
      [x + h * 0.2, y - h * 0.2],
      [x - h * 0.2, y - h * 0.2],
      [x - h * 0.14, y - h * 0.42],
    ),
    coat,
  );
  canvas.fill(ellipse(x, y - h * 0.82, h * 0.135, h * 0.15), hair);
  canvas.fill(ellipse(x, y - h * 0.79, h * 0.1, h * 0.115), skin);
  canvas.fill(
    blob(
      [x - h * 0.11, y - h * 0.82],
      [x - h * 0.06, y - h * 0.93],
      [x + h * 0.07, y - h * 0.93],
      [x + h * 0.11, y - h * 0.82],
      [x + h * 0.02, y - h * 0.87],
    ),
    hair,
  );
  for (const side of [-1, 1]) {
    canvas.fill(ellipse(x + side * h * 0.038, y - h * 0.79, h * 0.012, h * 0.015), hex('2b2230'));
    canvas.fill(ellipse(x + side * h * 0.062, y - h * 0.752, h * 0.018, h * 0.012), hex('f28482'), 0.5);
  }
  canvas.fill(
    stroke(
      [
        [x - h * 0.028, y - h * 0.738],
        [x, y - h * 0.724],
        [x + h * 0.028, y - h * 0.738],
      ],
      h * 0.009,
    ),
    hex('8a3b3b'),
  );
}
