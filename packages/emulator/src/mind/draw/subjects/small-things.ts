import { darken, hex, lighten } from '../colour.ts';
import { blob, ellipse, type Point } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawMushroom({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  canvas.fill(ellipse(x, y, h * 0.24, h * 0.035), palette.ink, 0.25);
  canvas.fill(
    blob(
      [x - h * 0.09, y - h * 0.5],
      [x + h * 0.09, y - h * 0.5],
      [x + h * 0.13, y - h * 0.06],
      [x, y],
      [x - h * 0.13, y - h * 0.06],
    ),
    {
      from: [x - h * 0.13, y],
      to: [x + h * 0.13, y],
      stops: [
        { at: 0, colour: hex('fffaf0') },
        { at: 1, colour: hex('d9c7b0') },
      ],
    },
  );
  canvas.fill(
    blob(
      [x - h * 0.42, y - h * 0.46],
      [x - h * 0.3, y - h * 0.8],
      [x, y - h * 0.96],
      [x + h * 0.3, y - h * 0.8],
      [x + h * 0.42, y - h * 0.46],
      [x, y - h * 0.4],
    ),
    {
      centre: [x - h * 0.14, y - h * 0.84],
      radius: h * 0.7,
      stops: [
        { at: 0, colour: hex('f25c54') },
        { at: 1, colour: hex('a4161a') },
      ],
    },
  );
  for (const [dx, up, r] of [
    [-0.22, 0.62, 0.055],
    [0, 0.8, 0.06],
    [0.2, 0.66, 0.05],
    [0.03, 0.58, 0.045],
    [-0.14, 0.78, 0.03],
    [0.3, 0.52, 0.03],
  ] as const)
    canvas.fill(ellipse(x + dx * h, y - up * h, r * h, r * h * 0.85), hex('fff8ef'));
}

export function drawHeart({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  const outline: Point[] = Array.from({ length: 60 }, (_, step) => {
    const t = (step / 60) * Math.PI * 2;
    return [
      x + Math.sin(t) ** 3 * h * 0.46,
      y -
        h * 0.55 -
        (13 * Math.cos(t) - 5 * Math.cos(2 * t) - 2 * Math.cos(3 * t) - Math.cos(4 * t)) * h * 0.029,
    ];
  });
  canvas.fill([outline], {
    centre: [x - h * 0.15, y - h * 0.75],
    radius: h * 0.85,
    stops: [
      { at: 0, colour: lighten(palette.accents[0], 0.4) },
      { at: 0.6, colour: palette.accents[0] },
      { at: 1, colour: darken(palette.accents[0], 0.35) },
    ],
  });
  canvas.fill(ellipse(x - h * 0.2, y - h * 0.78, h * 0.09, h * 0.055, -0.6), [255, 255, 255], 0.55);
}
