import type { Stop } from '../canvas.ts';
import { hex, lighten, mix, type Colour } from '../colour.ts';
import { ellipse, rectangle, star, stroke, type Point } from '../path.ts';
import type { Scene } from '../read-prompt.ts';
import type { Sketch } from '../sketch.ts';

/** The sky with what hangs in it: stars, sun or moon, clouds, a rainbow. */
export function drawSky(sketch: Sketch, scene: Scene): void {
  const { canvas, palette, size, horizon, random } = sketch;
  const gloom = scene.hasRain && palette.hour !== 'night' ? 0.55 : 0;
  const [top, middle, low] = palette.sky;
  const under = (colour: Colour): Colour => mix(colour, hex('7c8797'), gloom);
  const bottom = palette.hour === 'space' ? size : Math.min(size, horizon + 30);
  canvas.fill(rectangle(0, 0, size, size), {
    from: [0, 0],
    to: [0, bottom],
    stops: [
      { at: 0, colour: under(top) },
      { at: 0.55, colour: under(middle) },
      { at: 1, colour: under(low) },
    ],
  });
  const isDark = palette.hour === 'night' || palette.hour === 'space';
  if (palette.hour === 'space') drawNebula(sketch);
  if (isDark) drawStars(sketch);
  if (palette.hour !== 'space') {
    if (isDark || scene.hasMoon) drawMoon(sketch);
    else if (!scene.hasRain || scene.hasSun || scene.hasRainbow) drawSun(sketch, scene);
  }
  if (scene.hasRainbow) drawRainbow(sketch);
  const clouds = isDark ? 2 : scene.hasRain ? 7 : random.integer(2, 4);
  if (palette.hour !== 'space') for (let cloud = 0; cloud < clouds; cloud++) drawCloud(sketch, scene.hasRain);
}

function drawSun(sketch: Sketch, scene: Scene): void {
  const { canvas, palette, random, size, horizon } = sketch;
  const isLow = palette.hour === 'sunset' || palette.hour === 'dawn';
  const x = random.between(size * 0.2, size * 0.8);
  const y = isLow ? horizon - size * random.between(0.02, 0.1) : size * random.between(0.13, 0.22);
  const radius = size * (isLow ? 0.115 : scene.hasSun ? 0.1 : 0.075);
  const halo = isLow ? palette.sun : lighten(palette.sun, 0.7);
  const glow: Stop[] = [
    { at: 0, colour: halo, opacity: 0.85 },
    { at: 0.35, colour: halo, opacity: 0.35 },
    { at: 1, colour: halo, opacity: 0 },
  ];
  canvas.fill(ellipse(x, y, radius * 3.4), { centre: [x, y], radius: radius * 3.4, stops: glow });
  if (scene.hasSun && !isLow)
    canvas.fill(star(x, y, radius * 1.75, radius * 1.05, 14), lighten(palette.sun, 0.15), 0.8);
  canvas.fill(ellipse(x, y, radius), {
    centre: [x - radius * 0.3, y - radius * 0.3],
    radius: radius * 1.6,
    stops: [
      { at: 0, colour: lighten(palette.sun, 0.55) },
      { at: 1, colour: palette.sun },
    ],
  });
}

function drawMoon({ canvas, palette, random, size }: Sketch): void {
  const [x, y] = [random.between(size * 0.2, size * 0.8), size * random.between(0.14, 0.22)];
  const radius = size * 0.08;
  canvas.fill(ellipse(x, y, radius * 3), {
    centre: [x, y],
    radius: radius * 3,
    stops: [
      { at: 0, colour: palette.sun, opacity: 0.5 },
      { at: 1, colour: palette.sun, opacity: 0 },
    ],
  });
  canvas.fill(ellipse(x, y, radius), lighten(palette.sun, 0.2));
  for (const [dx, dy, share] of [
    [-0.3, -0.2, 0.22],
    [0.25, 0.3, 0.28],
    [0.3, -0.4, 0.14],
    [-0.35, 0.4, 0.16],
  ] as const) {
    canvas.fill(
      ellipse(x + dx * radius, y + dy * radius, share * radius),
      mix(palette.sun, palette.sky[1], 0.25),
      0.7,
    );
  }
}

function drawStars({ canvas, random, size, palette }: Sketch): void {
  for (let count = 0; count < 130; count++) {
    const [x, y] = [random.between(0, size), random.between(0, size * (palette.hour === 'space' ? 1 : 0.65))];
    const radius = random.between(0.5, 1.5);
    canvas.fill(ellipse(x, y, radius), hex('fffbe6'), random.between(0.35, 1));
    if (count % 18 === 0) canvas.fill(star(x, y, radius * 5.5, radius * 0.9, 4), hex('fffbe6'), 0.9);
  }
}

function drawNebula({ canvas, random, size, palette }: Sketch): void {
  for (const colour of [palette.cloud, palette.accents[4] ?? palette.cloud, palette.water, palette.cloud]) {
    const centre: Point = [random.between(0, size), random.between(0, size)];
    const radius = size * random.between(0.25, 0.5);
    canvas.fill(ellipse(...centre, radius), {
      centre,
      radius,
      stops: [
        { at: 0, colour, opacity: 0.5 },
        { at: 0.6, colour, opacity: 0.15 },
        { at: 1, colour, opacity: 0 },
      ],
    });
  }
}

/** Planets for a sky without ground. */
export function drawPlanets({ canvas, random, size, palette }: Sketch): void {
  const planets = [
    {
      x: random.between(0.68, 0.85),
      y: random.between(0.14, 0.3),
      radius: 0.12,
      colour: palette.accents[0],
      hasRing: true,
    },
    {
      x: random.between(0.1, 0.25),
      y: random.between(0.12, 0.25),
      radius: 0.05,
      colour: palette.accents[2] ?? palette.sun,
      hasRing: false,
    },
    {
      x: random.between(0.1, 0.2),
      y: random.between(0.62, 0.75),
      radius: 0.07,
      colour: palette.accents[1] ?? palette.sun,
      hasRing: false,
    },
  ];
  for (const { x, y, radius, colour, hasRing } of planets) {
    const [cx, cy, r] = [x * size, y * size, radius * size];
    if (hasRing)
      canvas.fill(
        [...ellipse(cx, cy, r * 1.9, r * 0.5, -0.35), ...ellipse(cx, cy, r * 1.45, r * 0.33, -0.35)],
        palette.sun,
        0.75,
      );
    canvas.fill(ellipse(cx, cy, r), {
      centre: [cx - r * 0.4, cy - r * 0.4],
      radius: r * 1.7,
      stops: [
        { at: 0, colour: lighten(colour, 0.45) },
        { at: 0.5, colour },
        { at: 1, colour: mix(colour, palette.ink, 0.75) },
      ],
    });
    if (hasRing) {
      const front = ellipse(cx, cy, r * 1.68, r * 0.42, -0.35)[0] ?? [];
      canvas.fill(stroke(front.slice(2, Math.floor(front.length / 2) - 2), r * 0.2), palette.sun, 0.85);
    }
  }
}

function drawCloud({ canvas, palette, random, size, horizon }: Sketch, isRainy: boolean): void {
  const [x, y] = [
    random.between(0, size),
    random.between(size * 0.06, Math.max(size * 0.12, horizon * 0.55)),
  ];
  const width = size * random.between(0.12, 0.22);
  const colour = isRainy ? mix(palette.cloud, palette.ink, 0.4) : palette.cloud;
  const puffs = [
    [-0.45, 0.02, 0.28],
    [-0.12, -0.12, 0.4],
    [0.25, -0.04, 0.34],
    [0.52, 0.05, 0.22],
    [0, 0.08, 0.42],
  ] as const;
  for (const [dx, dy, share] of puffs) {
    const [cx, cy, radius] = [x + dx * width, y + dy * width, share * width];
    canvas.fill(ellipse(cx, cy, radius, radius * 0.62), {
      from: [cx, cy - radius],
      to: [cx, cy + radius],
      stops: [
        { at: 0, colour: lighten(colour, 0.3), opacity: 0.8 },
        { at: 1, colour, opacity: 0.55 },
      ],
    });
  }
}

function drawRainbow({ canvas, size, horizon }: Sketch): void {
  const colours = ['e63946', 'f4a261', 'ffe066', '52b788', '4895ef', '7209b7'].map(hex);
  for (const [index, colour] of colours.entries()) {
    const radius = size * (0.46 - index * 0.018);
    canvas.fill(
      [...ellipse(size / 2, horizon, radius), ...ellipse(size / 2, horizon, radius - size * 0.018)],
      colour,
      0.5,
    );
  }
}
