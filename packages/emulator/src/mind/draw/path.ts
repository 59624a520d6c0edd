export type Point = readonly [x: number, y: number];

/** Closed outlines; where they overlap an even number of times there is a hole. */
export type Path = readonly (readonly Point[])[];

export function polygon(...points: readonly Point[]): Path {
  return [points];
}

export function rectangle(x: number, y: number, width: number, height: number): Path {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

export function ellipse(x: number, y: number, radiusX: number, radiusY = radiusX, turn = 0): Path {
  const steps = Math.max(16, Math.ceil(Math.max(radiusX, radiusY) * 0.9));
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
  return [
    Array.from({ length: steps }, (_, step): Point => {
      const angle = (step / steps) * Math.PI * 2;
      const [along, across] = [Math.cos(angle) * radiusX, Math.sin(angle) * radiusY];
      return [x + along * cosine - across * sine, y + along * sine + across * cosine];
    }),
  ];
}

export function roundedRectangle(x: number, y: number, width: number, height: number, radius: number): Path {
  const corner = (cx: number, cy: number, start: number): Point[] =>
    Array.from({ length: 7 }, (_, step): Point => {
      const angle = start + (step / 6) * (Math.PI / 2);
      return [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius];
    });
  const [right, bottom] = [x + width - radius, y + height - radius];
  return [
    [
      ...corner(right, y + radius, -Math.PI / 2),
      ...corner(right, bottom, 0),
      ...corner(x + radius, bottom, Math.PI / 2),
      ...corner(x + radius, y + radius, Math.PI),
    ],
  ];
}

/** A smooth closed outline through the points (Catmull-Rom). */
export function blob(...points: readonly Point[]): Path {
  return [smooth(points, true)];
}

/** A smooth line through the points, as thick as told at its start and end, with round ends. */
export function stroke(points: readonly Point[], startWidth: number, endWidth = startWidth): Path {
  const line = points.length > 2 ? smooth(points, false) : points;
  const left: Point[] = [];
  const right: Point[] = [];
  for (const [index, [x, y]] of line.entries()) {
    const before = line[Math.max(0, index - 1)] ?? [x, y];
    const after = line[Math.min(line.length - 1, index + 1)] ?? [x, y];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    const half = (startWidth + (endWidth - startWidth) * (index / Math.max(1, line.length - 1))) / 2;
    left.push([x - (dy / length) * half, y + (dx / length) * half]);
    right.push([x + (dy / length) * half, y - (dx / length) * half]);
  }
  const [last] = line.slice(-1);
  const [first] = line;
  const cap = (at: Point | undefined, from: Point | undefined, width: number): Point[] => {
    if (at === undefined || from === undefined || width < 1.5) return [];
    const start = Math.atan2(from[1] - at[1], from[0] - at[0]);
    return [1, 2, 3, 4].map((step): Point => {
      const angle = start - (step / 5) * Math.PI;
      return [at[0] + (Math.cos(angle) * width) / 2, at[1] + (Math.sin(angle) * width) / 2];
    });
  };
  return [
    [
      ...left,
      ...cap(last, left.at(-1), endWidth),
      ...right.toReversed(),
      ...cap(first, right[0], startWidth),
    ],
  ];
}

export function star(x: number, y: number, outer: number, inner: number, rays: number, turn = 0): Path {
  return [
    Array.from({ length: rays * 2 }, (_, step): Point => {
      const radius = step % 2 === 0 ? outer : inner;
      const angle = turn - Math.PI / 2 + (step / (rays * 2)) * Math.PI * 2;
      return [x + Math.cos(angle) * radius, y + Math.sin(angle) * radius];
    }),
  ];
}

/** Turns a path about a point. */
export function turned(path: Path, x: number, y: number, angle: number): Path {
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return path.map((outline) =>
    outline.map(([px, py]): Point => [
      x + (px - x) * cosine - (py - y) * sine,
      y + (px - x) * sine + (py - y) * cosine,
    ]),
  );
}

function smooth(points: readonly Point[], isClosed: boolean): Point[] {
  const count = points.length;
  const at = (index: number): Point =>
    (isClosed ? points[(index + count) % count] : points[Math.min(count - 1, Math.max(0, index))]) ?? [0, 0];
  const made: Point[] = [];
  const spans = isClosed ? count : count - 1;
  for (let span = 0; span < spans; span++) {
    const [a, b, c, d] = [at(span - 1), at(span), at(span + 1), at(span + 2)];
    for (let step = 0; step < 10; step++) {
      const t = step / 10;
      made.push([bend(a[0], b[0], c[0], d[0], t), bend(a[1], b[1], c[1], d[1], t)]);
    }
  }
  if (!isClosed) made.push(at(count - 1));
  return made;
}

function bend(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  );
}
