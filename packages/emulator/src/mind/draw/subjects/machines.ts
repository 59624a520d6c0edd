import { darken, hex, lighten, mix } from '../colour.ts';
import {
  blob,
  ellipse,
  rectangle,
  roundedRectangle,
  stroke,
  turned,
  type Path,
  type Point,
} from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

export function drawRobot({ canvas, palette, random }: Sketch, { x, y, height: h }: Spot): void {
  const steel = mix(hex('b8c4d6'), palette.sky[1], 0.15);
  const glow = random.pick(palette.accents);
  const metal = (
    left: number,
    right: number,
  ): { from: Point; to: Point; stops: { at: number; colour: typeof steel }[] } => ({
    from: [left, y],
    to: [right, y],
    stops: [
      { at: 0, colour: lighten(steel, 0.4) },
      { at: 1, colour: darken(steel, 0.25) },
    ],
  });
  canvas.fill(ellipse(x, y, h * 0.34, h * 0.04), palette.ink, 0.28);
  for (const side of [-1, 1]) {
    canvas.fill(
      roundedRectangle(x + side * h * 0.12 - h * 0.05, y - h * 0.22, h * 0.1, h * 0.2, h * 0.03),
      darken(steel, 0.2),
    );
    canvas.fill(
      roundedRectangle(x + side * h * 0.13 - h * 0.085, y - h * 0.065, h * 0.17, h * 0.065, h * 0.03),
      darken(steel, 0.35),
    );
    canvas.fill(
      stroke(
        [
          [x + side * h * 0.22, y - h * 0.5],
          [x + side * h * 0.34, y - h * 0.42],
          [x + side * h * 0.35, y - h * (side > 0 ? 0.62 : 0.27)],
        ],
        h * 0.07,
        h * 0.06,
      ),
      darken(steel, 0.15),
    );
    canvas.fill(ellipse(x + side * h * 0.35, y - h * (side > 0 ? 0.65 : 0.24), h * 0.055), glow);
  }
  canvas.fill(
    roundedRectangle(x - h * 0.23, y - h * 0.57, h * 0.46, h * 0.38, h * 0.07),
    metal(x - h * 0.23, x + h * 0.23),
  );
  canvas.fill(roundedRectangle(x - h * 0.14, y - h * 0.49, h * 0.28, h * 0.18, h * 0.03), palette.ink, 0.85);
  for (const [index, dx] of [-0.08, 0, 0.08].entries())
    canvas.fill(
      ellipse(x + dx * h, y - h * 0.4, h * 0.025),
      palette.accents[(index + 1) % palette.accents.length] ?? glow,
    );
  canvas.fill(rectangle(x - h * 0.05, y - h * 0.63, h * 0.1, h * 0.07), darken(steel, 0.4));
  canvas.fill(rectangle(x - h * 0.008, y - h * 0.99, h * 0.016, h * 0.09), darken(steel, 0.3));
  canvas.fill(ellipse(x, y - h, h * 0.03), glow);
  canvas.fill(
    roundedRectangle(x - h * 0.21, y - h * 0.92, h * 0.42, h * 0.3, h * 0.09),
    metal(x - h * 0.21, x + h * 0.21),
  );
  canvas.fill(roundedRectangle(x - h * 0.165, y - h * 0.87, h * 0.33, h * 0.18, h * 0.07), palette.ink, 0.92);
  for (const side of [-1, 1]) {
    canvas.fill(ellipse(x + side * h * 0.08, y - h * 0.785, h * 0.042), glow);
    canvas.fill(ellipse(x + side * h * 0.08 + h * 0.012, y - h * 0.797, h * 0.014), [255, 255, 255]);
  }
  canvas.fill(
    stroke(
      [
        [x - h * 0.055, y - h * 0.725],
        [x, y - h * 0.708],
        [x + h * 0.055, y - h * 0.725],
      ],
      h * 0.012,
    ),
    glow,
  );
}

export function drawRocket({ canvas, palette }: Sketch, { x, y, height: h }: Spot): void {
  const tip = 0.25;
  const lean = (path: Path): Path => turned(path, x, y - h * 0.5, tip);
  canvas.fill(
    lean(
      blob(
        [x - h * 0.1, y - h * 0.2],
        [x + h * 0.1, y - h * 0.2],
        [x + h * 0.05, y + h * 0.02],
        [x, y + h * 0.16],
        [x - h * 0.05, y + h * 0.02],
      ),
    ),
    hex('ff8c42'),
    0.95,
  );
  canvas.fill(
    lean(blob([x - h * 0.055, y - h * 0.2], [x + h * 0.055, y - h * 0.2], [x, y + h * 0.05])),
    hex('ffe066'),
  );
  for (const side of [-1, 1])
    canvas.fill(
      lean(
        blob(
          [x + side * h * 0.12, y - h * 0.42],
          [x + side * h * 0.29, y - h * 0.2],
          [x + side * h * 0.27, y - h * 0.12],
          [x + side * h * 0.1, y - h * 0.22],
        ),
      ),
      palette.roof,
    );
  canvas.fill(
    lean(
      blob(
        [x, y - h],
        [x + h * 0.13, y - h * 0.78],
        [x + h * 0.17, y - h * 0.48],
        [x + h * 0.11, y - h * 0.2],
        [x - h * 0.11, y - h * 0.2],
        [x - h * 0.17, y - h * 0.48],
        [x - h * 0.13, y - h * 0.78],
      ),
    ),
    {
      from: [x - h * 0.17, y],
      to: [x + h * 0.17, y],
      stops: [
        { at: 0, colour: hex('ffffff') },
        { at: 1, colour: hex('aab4c8') },
      ],
    },
  );
  canvas.fill(
    lean(
      blob(
        [x, y - h],
        [x + h * 0.09, y - h * 0.85],
        [x + h * 0.12, y - h * 0.77],
        [x, y - h * 0.75],
        [x - h * 0.12, y - h * 0.77],
        [x - h * 0.09, y - h * 0.85],
      ),
    ),
    palette.roof,
  );
  canvas.fill(lean(ellipse(x, y - h * 0.58, h * 0.085)), hex('5b6478'));
  canvas.fill(lean(ellipse(x, y - h * 0.58, h * 0.062)), {
    centre: [x, y - h * 0.62],
    radius: h * 0.1,
    stops: [
      { at: 0, colour: hex('d9f3ff') },
      { at: 1, colour: palette.window },
    ],
  });
  canvas.fill(lean(rectangle(x - h * 0.135, y - h * 0.33, h * 0.27, h * 0.03)), palette.roof);
}
