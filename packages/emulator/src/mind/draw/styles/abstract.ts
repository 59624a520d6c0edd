import type { Canvas } from '../canvas.ts';
import { darken, hex, lighten } from '../colour.ts';
import { ellipse, polygon, rectangle, stroke, turned, type Point } from '../path.ts';
import type { Sketch } from '../sketch.ts';

const bright = ['d62828', 'f77f00', 'fcbf49', '1d3557', '457b9d', '2a9d8f', '6a4c93', 'e76f51', '8ac926'].map(
  hex,
);

/** Circles within circles, rays, arcs, chequers and a web of lines on warm cream. */
export function paintKandinsky(sketch: Sketch): Canvas {
  const { canvas, random, size } = sketch;
  const colour = (): (typeof bright)[number] => bright[random.integer(0, bright.length - 1)] ?? hex('d62828');
  const ink = hex('1b1b24');
  canvas.fill(rectangle(0, 0, size, size), {
    centre: [size * 0.4, size * 0.4],
    radius: size * 0.9,
    stops: [
      { at: 0, colour: hex('fbf3de') },
      { at: 1, colour: hex('e6d3ae') },
    ],
  });
  for (let count = 0; count < 4; count++) {
    const centre: Point = [random.between(0, size), random.between(0, size)];
    const radius = size * random.between(0.18, 0.34);
    const tint = colour();
    canvas.fill(ellipse(...centre, radius), {
      centre,
      radius,
      stops: [
        { at: 0, colour: tint, opacity: 0.5 },
        { at: 1, colour: tint, opacity: 0 },
      ],
    });
  }
  for (let count = 0; count < 8; count++) {
    const [x, y, side] = [random.between(0, size), random.between(0, size), size * random.between(0.15, 0.4)];
    const turn = random.between(0, Math.PI * 2);
    canvas.fill(
      turned(
        polygon([x - side / 2, y + side / 3], [x + side / 2, y + side / 3], [x, y - side * 0.7]),
        x,
        y,
        turn,
      ),
      colour(),
      0.62,
    );
  }
  for (let count = 0; count < 13; count++) {
    const [x, y] = [random.between(0.05, 0.95) * size, random.between(0.05, 0.95) * size];
    let radius = size * random.between(0.03, count < 3 ? 0.18 : 0.09);
    canvas.fill(ellipse(x, y, radius + 3), ink, 0.9);
    while (radius > size * 0.012) {
      canvas.fill(ellipse(x, y, radius), colour(), 0.95);
      radius *= random.between(0.55, 0.8);
    }
  }
  drawChequers(sketch);
  for (let count = 0; count < 14; count++) {
    const [x, y, angle, long] = [
      random.between(0, size),
      random.between(0, size),
      random.between(0, Math.PI),
      size * random.between(0.2, 0.75),
    ];
    const [dx, dy] = [(Math.cos(angle) * long) / 2, (Math.sin(angle) * long) / 2];
    canvas.fill(
      stroke(
        [
          [x - dx, y - dy],
          [x + dx, y + dy],
        ],
        random.between(1, 5),
        random.between(0.6, 2),
      ),
      count % 4 === 0 ? colour() : ink,
      0.92,
    );
  }
  for (let count = 0; count < 5; count++) {
    const [x, y, radius, start] = [
      random.between(0.1, 0.9) * size,
      random.between(0.1, 0.9) * size,
      size * random.between(0.06, 0.2),
      random.between(0, 6),
    ];
    const arc = Array.from({ length: 12 }, (_, step): Point => [
      x + Math.cos(start + step * 0.24) * radius,
      y + Math.sin(start + step * 0.24) * radius,
    ]);
    canvas.fill(stroke(arc, random.between(2, 7), 1), ink, 0.9);
  }
  const [wx, wy] = [random.between(0.05, 0.3) * size, random.between(0.7, 0.92) * size];
  canvas.fill(
    stroke(
      Array.from({ length: 9 }, (_, step): Point => [
        wx + step * size * 0.045,
        wy + Math.sin(step * 1.6) * size * 0.025,
      ]),
      4,
      2,
    ),
    colour(),
  );
  return canvas;
}

function drawChequers({ canvas, random, size }: Sketch): void {
  const [x, y, cell, turn] = [
    random.between(0.15, 0.7) * size,
    random.between(0.15, 0.7) * size,
    size * 0.027,
    random.between(-0.6, 0.6),
  ];
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 5; column++) {
      const square = rectangle(x + column * cell, y + row * cell, cell, cell);
      canvas.fill(
        turned(square, x, y, turn),
        (row + column) % 2 === 0
          ? hex('1b1b24')
          : lighten(bright[(row * 5 + column) % bright.length] ?? hex('fcbf49'), 0.1),
      );
    }
  }
}

/** A few flat shapes afloat on white, one large and the rest in answer to it. */
export function paintMalevich(sketch: Sketch): Canvas {
  const { canvas, random, size } = sketch;
  const [black, red, blue, yellow] = [hex('17151a'), hex('c1272d'), hex('1f3c88'), hex('e8b11c')];
  canvas.fill(rectangle(0, 0, size, size), hex('f3eee2'));
  for (let count = 0; count < 500; count++)
    canvas.fill(
      ellipse(random.between(0, size), random.between(0, size), random.between(0.5, 1.5)),
      hex('d8cfbb'),
      0.35,
    );
  const tilt = random.between(-0.7, -0.25);
  const put = (
    x: number,
    y: number,
    width: number,
    height: number,
    colour: typeof black,
    turn = tilt,
  ): void => {
    const [cx, cy] = [x * size, y * size];
    canvas.fill(
      turned(
        rectangle(cx - (width * size) / 2, cy - (height * size) / 2, width * size, height * size),
        cx,
        cy,
        turn,
      ),
      {
        from: [cx - width * size, cy],
        to: [cx + width * size, cy],
        stops: [
          { at: 0, colour: lighten(colour, 0.06) },
          { at: 1, colour: darken(colour, 0.08) },
        ],
      },
    );
  };
  put(
    random.between(0.36, 0.46),
    random.between(0.36, 0.44),
    random.between(0.32, 0.4),
    random.between(0.26, 0.34),
    black,
  );
  put(random.between(0.62, 0.72), random.between(0.52, 0.6), 0.34, 0.075, red);
  put(random.between(0.55, 0.7), random.between(0.68, 0.74), 0.42, 0.03, blue);
  put(random.between(0.25, 0.35), random.between(0.68, 0.78), 0.16, 0.12, yellow, tilt + 0.2);
  put(random.between(0.72, 0.82), random.between(0.22, 0.3), 0.1, 0.1, blue, tilt + 0.6);
  for (let bar = 0; bar < 5; bar++)
    put(
      0.2 + bar * 0.06,
      0.9 - bar * 0.028,
      0.05 + bar * 0.02,
      0.012,
      [black, red, yellow, blue, black][bar] ?? black,
    );
  const [cx, cy] = [random.between(0.78, 0.86) * size, random.between(0.76, 0.84) * size];
  canvas.fill(ellipse(cx, cy, size * 0.07), red);
  canvas.fill(
    stroke(
      [
        [size * 0.08, size * 0.2],
        [size * 0.5, size * 0.06],
      ],
      4,
    ),
    black,
  );
  return canvas;
}
