import { darken, hex, lighten, mix } from '../colour.ts';
import { blob, ellipse, polygon, rectangle, roundedRectangle, star, stroke } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawBoat({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  canvas.fill(rectangle(x - h * 0.012, y - h * 0.96, h * 0.024, h * 0.8), hex('6b4a35'));
  canvas.fill(
    blob(
      [x + h * 0.03, y - h * 0.92],
      [x + h * 0.34, y - h * 0.5],
      [x + h * 0.42, y - h * 0.24],
      [x + h * 0.03, y - h * 0.24],
    ),
    {
      from: [x, y],
      to: [x + h * 0.42, y],
      stops: [
        { at: 0, colour: hex('ffffff') },
        { at: 1, colour: mix(hex('ffffff'), palette.sky[1], 0.45) },
      ],
    },
  );
  canvas.fill(
    polygon([x - h * 0.03, y - h * 0.82], [x - h * 0.3, y - h * 0.24], [x - h * 0.03, y - h * 0.24]),
    palette.accents[0],
  );
  canvas.fill(
    polygon([x, y - h * 0.96], [x + h * 0.14, y - h * 0.92], [x, y - h * 0.88]),
    palette.accents[1] ?? palette.sun,
  );
  canvas.fill(
    polygon([x - h * 0.44, y - h * 0.19], [x + h * 0.48, y - h * 0.19], [x + h * 0.34, y], [x - h * 0.32, y]),
    {
      from: [x, y - h * 0.19],
      to: [x, y],
      stops: [
        { at: 0, colour: palette.roof },
        { at: 1, colour: darken(palette.roof, 0.35) },
      ],
    },
  );
  canvas.fill(rectangle(x - h * 0.42, y - h * 0.16, h * 0.86, h * 0.025), hex('fff3dc'));
  for (const [dx, width] of [
    [-0.2, 0.3],
    [0.15, 0.36],
    [0, 0.5],
  ] as const)
    canvas.fill(
      stroke(
        [
          [x + (dx - width / 2) * h, y + h * 0.02],
          [x + dx * h, y - h * 0.005],
          [x + (dx + width / 2) * h, y + h * 0.02],
        ],
        h * 0.018,
      ),
      [255, 255, 255],
      0.7,
    );
}

export function drawCar({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const paint = random.pick(palette.accents);
  canvas.fill(ellipse(x, y, h * 0.78, h * 0.05), palette.ink, 0.3);
  canvas.fill(
    blob(
      [x - h * 0.42, y - h * 0.42],
      [x - h * 0.24, y - h * 0.74],
      [x + h * 0.2, y - h * 0.74],
      [x + h * 0.42, y - h * 0.42],
    ),
    darken(paint, 0.1),
  );
  canvas.fill(
    polygon(
      [x - h * 0.3, y - h * 0.45],
      [x - h * 0.19, y - h * 0.67],
      [x - h * 0.02, y - h * 0.67],
      [x - h * 0.02, y - h * 0.45],
    ),
    palette.window,
  );
  canvas.fill(
    polygon(
      [x + h * 0.03, y - h * 0.45],
      [x + h * 0.03, y - h * 0.67],
      [x + h * 0.17, y - h * 0.67],
      [x + h * 0.3, y - h * 0.45],
    ),
    palette.window,
  );
  canvas.fill(roundedRectangle(x - h * 0.72, y - h * 0.46, h * 1.44, h * 0.32, h * 0.12), {
    from: [x, y - h * 0.46],
    to: [x, y - h * 0.14],
    stops: [
      { at: 0, colour: lighten(paint, 0.25) },
      { at: 1, colour: darken(paint, 0.2) },
    ],
  });
  canvas.fill(ellipse(x + h * 0.66, y - h * 0.34, h * 0.05, h * 0.07), hex('fff3b0'));
  canvas.fill(ellipse(x - h * 0.67, y - h * 0.34, h * 0.035, h * 0.06), hex('d62839'));
  for (const dx of [-0.42, 0.42]) {
    canvas.fill(ellipse(x + dx * h, y - h * 0.14, h * 0.15), hex('23222e'));
    canvas.fill(ellipse(x + dx * h, y - h * 0.14, h * 0.08), hex('c9d1dc'));
    canvas.fill(star(x + dx * h, y - h * 0.14, h * 0.07, h * 0.025, 5), hex('8d99ae'));
  }
}

export function drawBalloon({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  const [cy, r] = [y - h * 0.66, h * 0.33];
  for (const dx of [-0.1, 0.1])
    canvas.fill(
      stroke(
        [
          [x + dx * h * 2.2, cy + r * 0.75],
          [x + dx * h, y - h * 0.13],
        ],
        h * 0.008,
      ),
      hex('5c4433'),
    );
  for (const [index, share] of [1, 0.72, 0.4, 0.12].entries()) {
    canvas.fill(
      blob(
        [x, cy - r * 1.06],
        [x + r * share, cy - r * 0.3],
        [x + r * share * 0.85, cy + r * 0.4],
        [x, cy + r * 1.02],
        [x - r * share * 0.85, cy + r * 0.4],
        [x - r * share, cy - r * 0.3],
      ),
      palette.accents[index % palette.accents.length] ?? palette.sun,
    );
  }
  canvas.fill(ellipse(x - r * 0.35, cy - r * 0.45, r * 0.22, r * 0.38, 0.5), [255, 255, 255], 0.25);
  canvas.fill(roundedRectangle(x - h * 0.1, y - h * 0.14, h * 0.2, h * 0.13, h * 0.025), hex('9c6b3f'));
  canvas.fill(rectangle(x - h * 0.1, y - h * 0.14, h * 0.2, h * 0.03), hex('6f4a2a'));
}
