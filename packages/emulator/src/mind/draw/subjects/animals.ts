import { darken, hex, lighten, mix, type Colour } from '../colour.ts';
import { blob, ellipse, polygon, stroke, type Point } from '../path.ts';
import type { Sketch, Spot } from '../sketch.ts';

interface Coat {
  readonly fur: Colour;
  readonly belly: Colour;
  readonly inner: Colour;
  readonly eye: Colour;
}

type At = (dx: number, up: number) => Point;

const catFurs = ['e8913a', '6d6875', 'f2e8dc', '3a3a4a', 'c9a27e'] as const;

/** The colour asked for, else one of the usual ones. The choice is made either way, so that the rest of the picture stays. */
function furOf(sketch: Sketch, usual: readonly [string, ...string[]]): Colour {
  const chosen = sketch.random.pick(usual);
  return sketch.fur ?? hex(chosen);
}

/** A sitting cat, tail round the side. */
export function drawCat(sketch: Sketch, spot: Spot): void {
  const fur = furOf(sketch, catFurs);
  const coat = {
    fur,
    belly: lighten(fur, 0.5),
    inner: hex('f4a6a6'),
    eye: hex(sketch.random.pick(['6bbf59', 'f2c14e', '4aa3df'])),
  };
  const { canvas } = sketch;
  const at = place(spot);
  const h = spot.height;
  canvas.fill(
    stroke(
      [at(0.2, 0.07), at(0.42, 0.06), at(0.5, 0.22), at(0.42, 0.36), at(0.5, 0.46)],
      h * 0.085,
      h * 0.05,
    ),
    darken(fur, 0.12),
  );
  drawSittingBody(sketch, spot, coat);
  for (const side of [-1, 1]) {
    canvas.fill(polygon(at(side * 0.24, 0.75), at(side * 0.22, 1.0), at(side * 0.06, 0.86)), fur);
    canvas.fill(polygon(at(side * 0.2, 0.8), at(side * 0.2, 0.94), at(side * 0.1, 0.86)), coat.inner);
  }
  drawHead(sketch, spot, coat, 0.25, 0.205);
  for (const stripe of [-0.06, 0, 0.06])
    canvas.fill(
      stroke([at(stripe, 0.86), at(stripe * 0.8, 0.79)], h * 0.022, h * 0.008),
      darken(fur, 0.35),
      0.8,
    );
  drawEyes(sketch, spot, coat.eye, 0.1, 0.7, true);
  canvas.fill(polygon(at(-0.025, 0.635), at(0.025, 0.635), at(0, 0.61)), hex('e5738a'));
  drawSmile(sketch, spot, 0.6);
  for (const side of [-1, 1]) {
    for (const rise of [-0.02, 0.01, 0.04])
      canvas.fill(
        stroke(
          [at(side * 0.09, 0.61 + rise * 0.3), at(side * 0.34, 0.61 + rise * 1.6)],
          h * 0.007,
          h * 0.003,
        ),
        mix(coat.belly, [255, 255, 255], 0.5),
        0.9,
      );
  }
}

/** A sitting dog with hanging ears and a red collar. */
export function drawDog(sketch: Sketch, spot: Spot): void {
  const fur = furOf(sketch, ['c98f5a', '8d6e52', 'efe3cf', '55504e']);
  const coat = { fur, belly: lighten(fur, 0.55), inner: darken(fur, 0.3), eye: hex('3b2a20') };
  const { canvas } = sketch;
  const at = place(spot);
  const h = spot.height;
  canvas.fill(stroke([at(0.22, 0.12), at(0.4, 0.2), at(0.46, 0.38)], h * 0.08, h * 0.04), fur);
  drawSittingBody(sketch, spot, coat);
  canvas.fill(ellipse(...at(0, 0.53), h * 0.17, h * 0.04), hex('d62839'));
  canvas.fill(ellipse(...at(0, 0.49), h * 0.03), hex('ffd166'));
  drawHead(sketch, spot, coat, 0.23, 0.21);
  for (const side of [-1, 1])
    canvas.fill(
      blob(
        at(side * 0.14, 0.88),
        at(side * 0.27, 0.84),
        at(side * 0.31, 0.66),
        at(side * 0.24, 0.56),
        at(side * 0.19, 0.7),
      ),
      coat.inner,
    );
  canvas.fill(ellipse(...at(0, 0.635), h * 0.12, h * 0.09), coat.belly);
  drawEyes(sketch, spot, coat.eye, 0.09, 0.745, false);
  canvas.fill(ellipse(...at(0, 0.67), h * 0.045, h * 0.032), hex('2b2230'));
  drawSmile(sketch, spot, 0.61);
  canvas.fill(blob(at(-0.03, 0.575), at(0.03, 0.575), at(0.025, 0.52), at(-0.025, 0.52)), hex('f0788c'));
}

/** A fox, bushy tail with a white tip. */
export function drawFox(sketch: Sketch, spot: Spot): void {
  const fur = hex('e2702f');
  const coat = { fur, belly: hex('fff4e6'), inner: hex('4a2c2a'), eye: hex('3b2a20') };
  const { canvas } = sketch;
  const at = place(spot);
  const h = spot.height;
  canvas.fill(
    blob(
      at(0.15, 0.04),
      at(0.38, 0.02),
      at(0.56, 0.18),
      at(0.56, 0.42),
      at(0.46, 0.5),
      at(0.4, 0.3),
      at(0.28, 0.16),
    ),
    darken(fur, 0.08),
  );
  canvas.fill(
    blob(at(0.56, 0.36), at(0.555, 0.46), at(0.46, 0.52), at(0.44, 0.4), at(0.5, 0.38)),
    coat.belly,
  );
  drawSittingBody(sketch, spot, coat);
  for (const side of [-1, 1]) {
    canvas.fill(polygon(at(side * 0.23, 0.74), at(side * 0.25, 1.02), at(side * 0.05, 0.86)), fur);
    canvas.fill(polygon(at(side * 0.2, 0.82), at(side * 0.225, 0.96), at(side * 0.11, 0.87)), coat.inner);
  }
  canvas.fill(
    blob(
      at(0, 0.88),
      at(0.2, 0.8),
      at(0.27, 0.67),
      at(0.1, 0.57),
      at(0, 0.53),
      at(-0.1, 0.57),
      at(-0.27, 0.67),
      at(-0.2, 0.8),
    ),
    fur,
  );
  for (const side of [-1, 1])
    canvas.fill(
      blob(
        at(side * 0.04, 0.66),
        at(side * 0.2, 0.7),
        at(side * 0.25, 0.665),
        at(side * 0.09, 0.575),
        at(side * 0.01, 0.54),
      ),
      coat.belly,
    );
  drawEyes(sketch, spot, coat.eye, 0.1, 0.715, false);
  canvas.fill(ellipse(...at(0, 0.56), h * 0.032, h * 0.026), hex('2b2230'));
}

export function drawBear(sketch: Sketch, spot: Spot): void {
  const fur = furOf(sketch, ['8a5a3b', '6f4a34', 'a97b50']);
  const coat = { fur, belly: lighten(fur, 0.4), inner: lighten(fur, 0.3), eye: hex('241a16') };
  const { canvas } = sketch;
  const at = place(spot);
  const h = spot.height;
  drawSittingBody(sketch, spot, coat);
  for (const side of [-1, 1]) {
    canvas.fill(ellipse(...at(side * 0.18, 0.9), h * 0.085), fur);
    canvas.fill(ellipse(...at(side * 0.18, 0.9), h * 0.05), coat.inner);
  }
  drawHead(sketch, spot, coat, 0.26, 0.23);
  canvas.fill(ellipse(...at(0, 0.64), h * 0.115, h * 0.09), coat.belly);
  drawEyes(sketch, spot, coat.eye, 0.1, 0.755, false);
  canvas.fill(ellipse(...at(0, 0.675), h * 0.045, h * 0.032), hex('2b2230'));
  drawSmile(sketch, spot, 0.625);
}

function drawSittingBody({ canvas, palette }: Sketch, spot: Spot, { fur, belly }: Coat): void {
  const at = place(spot);
  const h = spot.height;
  canvas.fill(ellipse(...at(0, 0.01), h * 0.36, h * 0.045), palette.ink, 0.25);
  canvas.fill(
    blob(
      at(-0.13, 0.6),
      at(0.13, 0.6),
      at(0.25, 0.3),
      at(0.27, 0.06),
      at(0, 0.0),
      at(-0.27, 0.06),
      at(-0.25, 0.3),
    ),
    {
      from: at(-0.25, 0.4),
      to: at(0.27, 0.3),
      stops: [
        { at: 0, colour: lighten(fur, 0.1) },
        { at: 1, colour: darken(fur, 0.16) },
      ],
    },
  );
  canvas.fill(
    blob(at(-0.08, 0.52), at(0.08, 0.52), at(0.12, 0.3), at(0.08, 0.1), at(-0.08, 0.1), at(-0.12, 0.3)),
    belly,
    0.85,
  );
  for (const side of [-1, 1]) {
    canvas.fill(
      ellipse(...at(side * 0.23, 0.1), h * 0.1, h * 0.12, side * 0.2),
      mix(fur, darken(fur, 0.16), side > 0 ? 0.8 : 0.2),
    );
    canvas.fill(
      stroke([at(side * 0.075, 0.34), at(side * 0.08, 0.06)], h * 0.09, h * 0.1),
      lighten(fur, 0.06),
    );
    canvas.fill(ellipse(...at(side * 0.085, 0.03), h * 0.075, h * 0.042), lighten(fur, 0.3));
  }
}

function drawHead({ canvas }: Sketch, spot: Spot, { fur, belly }: Coat, wide: number, tall: number): void {
  const at = place(spot);
  const h = spot.height;
  canvas.fill(ellipse(...at(0, 0.7), h * wide, h * tall), {
    centre: at(-0.08, 0.8),
    radius: h * 0.42,
    stops: [
      { at: 0, colour: lighten(fur, 0.22) },
      { at: 1, colour: darken(fur, 0.08) },
    ],
  });
  for (const side of [-1, 1]) canvas.fill(ellipse(...at(side * 0.06, 0.6), h * 0.075, h * 0.055), belly, 0.9);
}

function drawEyes(
  { canvas }: Sketch,
  spot: Spot,
  iris: Colour,
  apart: number,
  up: number,
  isSlit: boolean,
): void {
  const at = place(spot);
  const h = spot.height;
  for (const side of [-1, 1]) {
    const [ex, ey] = at(side * apart, up);
    if (isSlit) {
      canvas.fill(ellipse(ex, ey, h * 0.053, h * 0.06), hex('fdfdf6'));
      canvas.fill(ellipse(ex, ey, h * 0.046, h * 0.054), iris);
      canvas.fill(ellipse(ex, ey, h * 0.018, h * 0.048), hex('16131d'));
    } else canvas.fill(ellipse(ex, ey, h * 0.036, h * 0.042), hex('1d1719'));
    canvas.fill(ellipse(ex + h * 0.014, ey - h * 0.018, h * 0.013), [255, 255, 255]);
  }
}

function drawSmile({ canvas }: Sketch, spot: Spot, up: number): void {
  const at = place(spot);
  const h = spot.height;
  for (const side of [-1, 1])
    canvas.fill(
      stroke([at(0, up + 0.015), at(side * 0.03, up - 0.02), at(side * 0.07, up - 0.005)], h * 0.011),
      hex('3a2a2a'),
      0.85,
    );
}

function place({ x, y, height }: Spot): At {
  return (dx, up) => [x + dx * height, y - up * height];
}
