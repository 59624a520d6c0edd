import { darken, hex, lighten, mix } from '../colour.ts';
import {
  blob,
  ellipse,
  polygon,
  rectangle,
  roundedRectangle,
  star,
  stroke,
  turned,
  type Point,
} from '../path.ts';
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
  const lean = (path: ReturnType<typeof polygon>): ReturnType<typeof polygon> =>
    turned(path, x, y - h * 0.5, tip);
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
