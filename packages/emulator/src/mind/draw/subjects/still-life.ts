import { darken, hex, lighten, mix } from '../colour.ts';
import { blob, ellipse, stroke } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawFlowers(sketch: Sketch, { x, y, height: h }: Spot): void {
  const { canvas, palette, random } = sketch;
  const blooms = [
    [0, 0.86, 0.17],
    [-0.27, 0.66, 0.14],
    [0.27, 0.68, 0.14],
    [-0.14, 0.48, 0.11],
    [0.16, 0.46, 0.11],
  ] as const;
  for (const [dx, up] of blooms) {
    canvas.fill(
      stroke(
        [
          [x + dx * h * 0.3, y],
          [x + dx * h * 0.75, y - up * h * 0.5],
          [x + dx * h, y - up * h],
        ],
        h * 0.026,
        h * 0.016,
      ),
      hex('4b8b4f'),
    );
    const [lx, ly] = [x + dx * h * 0.7, y - up * h * 0.42];
    const side = dx >= 0 ? 1 : -1;
    canvas.fill(
      blob(
        [lx, ly],
        [lx + side * h * 0.09, ly - h * 0.07],
        [lx + side * h * 0.16, ly - h * 0.05],
        [lx + side * h * 0.08, ly + h * 0.01],
      ),
      hex('5fa463'),
    );
  }
  for (const [dx, up, radius] of blooms) {
    const [cx, cy, r] = [x + dx * h, y - up * h, radius * h];
    const petal = random.pick(palette.accents);
    const petals = random.integer(6, 9);
    const shift = random.between(0, 1);
    for (const [ring, share] of [0.62, 0.36].entries()) {
      for (let count = 0; count < petals; count++) {
        const angle = shift + ring * 0.4 + (count / petals) * Math.PI * 2;
        canvas.fill(
          ellipse(
            cx + Math.cos(angle) * r * share,
            cy + Math.sin(angle) * r * share,
            r * 0.42,
            r * 0.24,
            angle,
          ),
          lighten(petal, ring * 0.28 + (count % 2) * 0.08),
        );
      }
    }
    canvas.fill(ellipse(cx, cy, r * 0.27), {
      centre: [cx - r * 0.08, cy - r * 0.08],
      radius: r * 0.34,
      stops: [
        { at: 0, colour: hex('ffe066') },
        { at: 1, colour: hex('e09f3e') },
      ],
    });
  }
}

/** Stands where the stems end. */
export function drawVase({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const glaze = mix(random.pick(palette.accents), palette.water, 0.45);
  canvas.fill(ellipse(x, y, h * 0.2, h * 0.03), palette.ink, 0.3);
  canvas.fill(
    blob(
      [x - h * 0.1, y - h * 0.42],
      [x + h * 0.1, y - h * 0.42],
      [x + h * 0.08, y - h * 0.32],
      [x + h * 0.19, y - h * 0.16],
      [x + h * 0.12, y],
      [x - h * 0.12, y],
      [x - h * 0.19, y - h * 0.16],
      [x - h * 0.08, y - h * 0.32],
    ),
    {
      from: [x - h * 0.19, y],
      to: [x + h * 0.19, y],
      stops: [
        { at: 0, colour: lighten(glaze, 0.4) },
        { at: 0.4, colour: glaze },
        { at: 1, colour: darken(glaze, 0.3) },
      ],
    },
  );
  canvas.fill(
    stroke(
      [
        [x - h * 0.17, y - h * 0.2],
        [x, y - h * 0.17],
        [x + h * 0.17, y - h * 0.2],
      ],
      h * 0.022,
    ),
    lighten(glaze, 0.65),
    0.8,
  );
}

export function drawApple({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  canvas.fill(ellipse(x, y - h * 0.01, h * 0.36, h * 0.045), palette.ink, 0.25);
  canvas.fill(
    blob(
      [x, y - h * 0.7],
      [x + h * 0.22, y - h * 0.76],
      [x + h * 0.4, y - h * 0.5],
      [x + h * 0.26, y - h * 0.06],
      [x, y - h * 0.04],
      [x - h * 0.26, y - h * 0.06],
      [x - h * 0.4, y - h * 0.5],
      [x - h * 0.22, y - h * 0.76],
    ),
    {
      centre: [x - h * 0.16, y - h * 0.56],
      radius: h * 0.7,
      stops: [
        { at: 0, colour: hex('ff8f6b') },
        { at: 0.45, colour: hex('e63946') },
        { at: 1, colour: hex('7d1128') },
      ],
    },
  );
  canvas.fill(
    stroke(
      [
        [x, y - h * 0.68],
        [x + h * 0.02, y - h * 0.82],
        [x + h * 0.06, y - h * 0.9],
      ],
      h * 0.035,
      h * 0.025,
    ),
    hex('5c4433'),
  );
  canvas.fill(
    blob(
      [x + h * 0.04, y - h * 0.8],
      [x + h * 0.18, y - h * 0.94],
      [x + h * 0.34, y - h * 0.88],
      [x + h * 0.2, y - h * 0.78],
    ),
    hex('58a55c'),
  );
  canvas.fill(ellipse(x - h * 0.2, y - h * 0.56, h * 0.05, h * 0.1, 0.4), [255, 255, 255], 0.5);
}

export function drawCup({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const glaze = random.pick(palette.accents);
  canvas.fill(ellipse(x, y - h * 0.02, h * 0.5, h * 0.07), lighten(palette.wall, 0.4));
  canvas.fill(
    [
      ...ellipse(x + h * 0.36, y - h * 0.32, h * 0.16, h * 0.17),
      ...ellipse(x + h * 0.36, y - h * 0.32, h * 0.1, h * 0.11),
    ],
    darken(glaze, 0.1),
  );
  canvas.fill(
    blob(
      [x - h * 0.34, y - h * 0.56],
      [x + h * 0.34, y - h * 0.56],
      [x + h * 0.32, y - h * 0.25],
      [x + h * 0.18, y - h * 0.04],
      [x - h * 0.18, y - h * 0.04],
      [x - h * 0.32, y - h * 0.25],
    ),
    {
      from: [x - h * 0.34, y],
      to: [x + h * 0.34, y],
      stops: [
        { at: 0, colour: lighten(glaze, 0.3) },
        { at: 1, colour: darken(glaze, 0.22) },
      ],
    },
  );
  canvas.fill(ellipse(x, y - h * 0.56, h * 0.335, h * 0.075), lighten(glaze, 0.5));
  canvas.fill(ellipse(x, y - h * 0.55, h * 0.3, h * 0.058), hex('5a3420'));
  for (const dx of [-0.12, 0.02, 0.15])
    canvas.fill(
      stroke(
        [
          [x + dx * h, y - h * 0.64],
          [x + (dx + 0.05) * h, y - h * 0.74],
          [x + (dx - 0.03) * h, y - h * 0.85],
          [x + (dx + 0.03) * h, y - h * 0.97],
        ],
        h * 0.03,
        h * 0.008,
      ),
      palette.cloud,
      0.65,
    );
}
