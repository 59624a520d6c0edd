import { mix } from './colour.ts';
import { drawGlow, drawRoom, drawUnderwater } from './backdrop/indoors.ts';
import { drawLand } from './backdrop/land.ts';
import { drawPlanets, drawSky } from './backdrop/sky.ts';
import { ellipse, stroke } from './path.ts';
import type { Scene, SubjectName } from './read-prompt.ts';
import type { Sketch, Spot } from './sketch.ts';
import { drawBear, drawCat, drawDog, drawFox } from './subjects/animals.ts';
import { drawHouse, drawCastle } from './subjects/buildings.ts';
import { drawRobot, drawRocket } from './subjects/machines.ts';
import { drawBoat, drawCar, drawBalloon } from './subjects/vehicles.ts';
import { drawFlowers, drawVase, drawApple, drawCup } from './subjects/still-life.ts';
import { drawMushroom, drawHeart } from './subjects/small-things.ts';
import { drawPerson } from './subjects/person.ts';
import { drawBird, drawFish } from './subjects/bird-and-fish.ts';
import { drawTree } from './subjects/tree.ts';

/** How tall a subject is when it is alone, as a share of the picture, and whether it hangs in the air. */
const portraits: Readonly<
  Record<
    SubjectName,
    { readonly draw: (sketch: Sketch, spot: Spot) => void; readonly tall: number; readonly isAloft?: true }
  >
> = {
  cat: { draw: drawCat, tall: 0.62 },
  dog: { draw: drawDog, tall: 0.62 },
  fox: { draw: drawFox, tall: 0.6 },
  bear: { draw: drawBear, tall: 0.64 },
  robot: { draw: drawRobot, tall: 0.66 },
  person: { draw: drawPerson, tall: 0.62 },
  house: { draw: drawHouse, tall: 0.46 },
  castle: { draw: drawCastle, tall: 0.56 },
  tree: { draw: drawTree, tall: 0.62 },
  flowers: { draw: drawFlowers, tall: 0.58 },
  mushroom: { draw: drawMushroom, tall: 0.46 },
  apple: { draw: drawApple, tall: 0.42 },
  cup: { draw: drawCup, tall: 0.44 },
  boat: { draw: drawBoat, tall: 0.42 },
  car: { draw: drawCar, tall: 0.36 },
  bird: { draw: drawBird, tall: 0.4 },
  fish: { draw: drawFish, tall: 0.4, isAloft: true },
  rocket: { draw: drawRocket, tall: 0.62, isAloft: true },
  heart: { draw: drawHeart, tall: 0.5, isAloft: true },
  balloon: { draw: drawBalloon, tall: 0.5, isAloft: true },
};

/** Stand farther back, so that what comes before them is not hidden. */
const background: ReadonlySet<SubjectName> = new Set([
  'house',
  'castle',
  'tree',
  'balloon',
  'rocket',
  'boat',
]);

/** Stand on a table rather than in a field. */
const tableware: ReadonlySet<SubjectName> = new Set(['apple', 'cup', 'flowers']);

/** Small beside others. */
const small: ReadonlySet<SubjectName> = new Set(['apple', 'cup', 'flowers', 'mushroom', 'bird', 'heart']);

/** The whole scene: what lies behind, then subjects from the back to the front, then weather over all. */
export function compose(sketch: Sketch, scene: Scene): void {
  drawBackdrop(sketch, scene);
  drawSubjects(sketch, scene);
  if (scene.hasSnow) drawSnow(sketch);
  if (scene.hasRain) drawRain(sketch);
}

function drawBackdrop(sketch: Sketch, scene: Scene): void {
  const { subjects, places } = scene;
  if (isIndoors(scene)) return drawRoom(sketch);
  if (isPlain(scene) && subjects.length === 1 && subjects[0] === 'heart') return drawGlow(sketch);
  const isInWater =
    places.every((place) => place === 'sea') && subjects.length === 1 && subjects[0] === 'fish';
  if (isInWater) return drawUnderwater(sketch);
  drawSky(sketch, scene);
  if (sketch.palette.hour !== 'space' || places.some((place) => place !== 'space')) {
    return drawLand(sketch, places);
  }
  drawPlanets(sketch);
  if (needsGround(scene)) drawMoonGround(sketch);
}

function isIndoors(scene: Scene): boolean {
  return isPlain(scene) && scene.subjects.length > 0 && scene.subjects.every((name) => tableware.has(name));
}

/** Nothing in the prompt says where or in what weather. */
function isPlain({ places, hasSun, hasMoon, hasRain, hasSnow, hasRainbow }: Scene): boolean {
  return places.length === 0 && !hasSun && !hasMoon && !hasRain && !hasSnow && !hasRainbow;
}

function needsGround({ subjects }: Scene): boolean {
  return subjects.length === 0 || subjects.some((name) => portraits[name].isAloft !== true);
}

function drawSubjects(sketch: Sketch, scene: Scene): void {
  const { subjects, places } = scene;
  const { size, horizon } = sketch;
  const ordered = subjects.toSorted(
    (one, other) => Number(background.has(other)) - Number(background.has(one)),
  );
  const isAtSea = places.includes('sea');
  for (const [index, name] of ordered.entries()) {
    const { draw, tall, isAloft } = portraits[name];
    const share =
      tall *
      (ordered.length === 1 ? 1 : ordered.length === 2 ? 0.82 : 0.66) *
      (ordered.length > 1 && background.has(name) ? 0.9 : 1) *
      (ordered.length > 1 && small.has(name) && !ordered.every((other) => small.has(other)) ? 0.55 : 1);
    const middle = (index + 1) / (ordered.length + 1);
    const x = size * (ordered.length === 1 ? 0.5 : 0.08 + middle * 0.84);
    const foot = background.has(name) && ordered.length > 1 ? horizon + size * 0.12 : size * 0.93;
    const y =
      isAloft === true
        ? size * (ordered.length === 1 ? 0.52 + tall / 2 : 0.45 + tall * 0.25)
        : name === 'boat'
          ? horizon + size * 0.2
          : foot;
    if (isAtSea && isAloft !== true && name !== 'boat') drawShore(sketch, x, y, share * size);
    const spot = { x, y, height: share * size };
    const isInVase = name === 'flowers' && isIndoors(scene);
    draw(sketch, isInVase ? { ...spot, y: y - spot.height * 0.2 } : spot);
    if (isInVase) drawVase(sketch, spot);
  }
}

/** Something to stand on at the sea. */
function drawShore({ canvas, palette, size }: Sketch, x: number, y: number, height: number): void {
  const sand = mix(palette.wall, palette.sun, 0.2);
  canvas.fill(ellipse(x, y + height * 0.12, height * 0.75, height * 0.16), {
    from: [x, y - height * 0.04],
    to: [x, y + height * 0.28],
    stops: [
      { at: 0, colour: sand },
      { at: 1, colour: mix(sand, palette.ink, 0.35) },
    ],
  });
  canvas.fill(
    stroke(
      [
        [x - height * 0.75, y + height * 0.17],
        [x, y + height * 0.3],
        [x + height * 0.75, y + height * 0.17],
      ],
      size * 0.008,
    ),
    [255, 255, 255],
    0.5,
  );
}

function drawMoonGround({ canvas, palette, random, size }: Sketch): void {
  canvas.fill(ellipse(size / 2, size * 1.42, size * 0.95, size * 0.62), {
    from: [0, size * 0.8],
    to: [0, size],
    stops: [
      { at: 0, colour: palette.near },
      { at: 1, colour: palette.far },
    ],
  });
  for (let count = 0; count < 9; count++) {
    const [x, y, radius] = [
      random.between(0.05, 0.95) * size,
      random.between(0.87, 1) * size,
      random.between(0.015, 0.05) * size,
    ];
    canvas.fill(ellipse(x, y, radius, radius * 0.4), palette.far, 0.8);
    canvas.fill(
      ellipse(x, y + radius * 0.08, radius * 0.85, radius * 0.3),
      mix(palette.far, palette.ink, 0.3),
      0.7,
    );
  }
}

function drawSnow({ canvas, random, size }: Sketch): void {
  for (let count = 0; count < 170; count++) {
    const radius = random.between(0.8, 3.6);
    canvas.fill(
      ellipse(random.between(0, size), random.between(0, size), radius),
      [255, 255, 255],
      0.35 + radius * 0.14,
    );
  }
}

function drawRain({ canvas, palette, random, size }: Sketch): void {
  for (let count = 0; count < 150; count++) {
    const [x, y, long] = [random.between(0, size), random.between(0, size), random.between(10, 24)];
    canvas.fill(
      stroke(
        [
          [x, y],
          [x - long * 0.25, y + long],
        ],
        1.4,
        0.7,
      ),
      mix(palette.water, [255, 255, 255], 0.6),
      0.6,
    );
  }
}
