import { darken, lighten, mix } from '../colour.ts';
import { ellipse, polygon, rectangle, roundedRectangle } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawHouse({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  const [left, width, top] = [x - h * 0.42, h * 0.84, y - h * 0.56];
  canvas.fill(ellipse(x, y, h * 0.55, h * 0.05), palette.ink, 0.25);
  canvas.fill(rectangle(x + h * 0.2, y - h * 0.95, h * 0.1, h * 0.3), darken(palette.roof, 0.3));
  for (const [up, radius] of [
    [1.03, 0.05],
    [1.12, 0.065],
    [1.23, 0.085],
  ] as const)
    canvas.fill(ellipse(x + h * 0.25 + (up - 1) * h * 0.35, y - up * h, radius * h), palette.cloud, 0.55);
  canvas.fill(rectangle(left, top, width, h * 0.56), {
    from: [left, top],
    to: [left + width, top],
    stops: [
      { at: 0, colour: lighten(palette.wall, 0.18) },
      { at: 1, colour: darken(palette.wall, 0.14) },
    ],
  });
  canvas.fill(
    polygon([left - h * 0.09, top + h * 0.02], [x, y - h * 0.98], [left + width + h * 0.09, top + h * 0.02]),
    {
      from: [x - h * 0.4, top],
      to: [x + h * 0.4, top],
      stops: [
        { at: 0, colour: lighten(palette.roof, 0.12) },
        { at: 1, colour: darken(palette.roof, 0.2) },
      ],
    },
  );
  canvas.fill(ellipse(x, y - h * 0.7, h * 0.075), lighten(palette.wall, 0.3));
  canvas.fill(ellipse(x, y - h * 0.7, h * 0.055), palette.window);
  canvas.fill(
    roundedRectangle(x - h * 0.09, y - h * 0.33, h * 0.18, h * 0.33, h * 0.03),
    darken(palette.roof, 0.25),
  );
  canvas.fill(ellipse(x + h * 0.05, y - h * 0.16, h * 0.014), palette.sun);
  for (const side of [-1, 1]) {
    const [wx, wy] = [x + side * h * 0.26, y - h * 0.32];
    canvas.fill(rectangle(wx - h * 0.1, wy - h * 0.11, h * 0.2, h * 0.22), lighten(palette.wall, 0.45));
    canvas.fill(rectangle(wx - h * 0.08, wy - h * 0.09, h * 0.16, h * 0.18), palette.window);
    canvas.fill(rectangle(wx - h * 0.008, wy - h * 0.09, h * 0.016, h * 0.18), lighten(palette.wall, 0.45));
    canvas.fill(rectangle(wx - h * 0.08, wy - h * 0.008, h * 0.16, h * 0.016), lighten(palette.wall, 0.45));
    canvas.fill(rectangle(wx - h * 0.11, wy + h * 0.11, h * 0.22, h * 0.03), palette.accents[0]);
  }
}

export function drawCastle({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  const stone = mix(palette.wall, palette.far, 0.35);
  const tower = (dx: number, wide: number, tall: number): void => {
    const left = x + dx * h - (wide * h) / 2;
    canvas.fill(rectangle(left, y - tall * h, wide * h, tall * h), {
      from: [left, y],
      to: [left + wide * h, y],
      stops: [
        { at: 0, colour: lighten(stone, 0.15) },
        { at: 1, colour: darken(stone, 0.2) },
      ],
    });
    canvas.fill(
      polygon(
        [left - 0.02 * h, y - tall * h],
        [left + (wide * h) / 2, y - (tall + 0.28) * h],
        [left + wide * h + 0.02 * h, y - tall * h],
      ),
      palette.roof,
    );
    canvas.fill(
      roundedRectangle(left + wide * h * 0.36, y - tall * h * 0.8, wide * h * 0.28, h * 0.09, h * 0.02),
      palette.window,
    );
    canvas.fill(rectangle(left + (wide * h) / 2 - 1, y - (tall + 0.36) * h, 2, 0.09 * h), palette.ink);
    canvas.fill(
      polygon(
        [left + (wide * h) / 2, y - (tall + 0.36) * h],
        [left + (wide * h) / 2 + 0.08 * h, y - (tall + 0.33) * h],
        [left + (wide * h) / 2, y - (tall + 0.3) * h],
      ),
      palette.accents[1] ?? palette.sun,
    );
  };
  tower(-0.22, 0.16, 0.62);
  tower(0.22, 0.16, 0.62);
  tower(0, 0.2, 0.72);
  canvas.fill(rectangle(x - 0.4 * h, y - 0.36 * h, 0.8 * h, 0.36 * h), darken(stone, 0.05));
  for (let tooth = 0; tooth < 8; tooth++)
    canvas.fill(
      rectangle(x - 0.4 * h + tooth * 0.1 * h + 0.012 * h, y - 0.41 * h, 0.06 * h, 0.06 * h),
      darken(stone, 0.05),
    );
  canvas.fill(roundedRectangle(x - 0.09 * h, y - 0.25 * h, 0.18 * h, 0.32 * h, 0.085 * h), palette.ink, 0.85);
  tower(-0.42, 0.15, 0.46);
  tower(0.42, 0.15, 0.46);
}
