import { hex, type Colour } from './colour.ts';
import type { Hour } from './palette.ts';
import type { StyleName } from './styles/style-name.ts';

export type Place = 'sea' | 'mountains' | 'forest' | 'city' | 'field' | 'desert' | 'space';
export type SubjectName =
  | 'cat'
  | 'dog'
  | 'house'
  | 'robot'
  | 'flowers'
  | 'tree'
  | 'boat'
  | 'bird'
  | 'fish'
  | 'rocket'
  | 'car'
  | 'heart'
  | 'balloon'
  | 'fox'
  | 'bear'
  | 'mushroom'
  | 'castle'
  | 'apple'
  | 'cup'
  | 'person';

/** What a prompt asks to see. */
export interface Scene {
  readonly hour: Hour | undefined;
  readonly places: readonly Place[];
  readonly subjects: readonly SubjectName[];
  readonly style: StyleName | undefined;
  readonly hasSun: boolean;
  readonly hasMoon: boolean;
  readonly hasRain: boolean;
  readonly hasSnow: boolean;
  readonly hasRainbow: boolean;
  /** Of the animals' fur, as the prompt names it. */
  readonly fur: Colour | undefined;
}

const hours: readonly (readonly [Hour, RegExp])[] = [
  ['space', /космос|космич|галактик|вселенн|планет|\bspace|galaxy|cosmos|planet|orbit/iu],
  ['night', /ноч|полноч|звёздн|звездн|луна|лунн|night|midnight|moonlit|starry/iu],
  ['sunset', /закат|вечер|сумерк|sunset|dusk|evening|golden hour/iu],
  ['dawn', /рассвет|утр|туман|dawn|sunrise|morning|mist/iu],
  ['winter', /зим|снег|снеж|новогод|рождеств|л[её]д|winter|snow|christmas|ice\b/iu],
  ['autumn', /осен|листопад|октябр|autumn|\bfall leaves/iu],
  ['day', /день|днём|солнечн|лето|летн|\bday|summer|sunny/iu],
];
const places: readonly (readonly [Place, RegExp])[] = [
  ['space', /космос|космич|галактик|вселенн|\bspace\b|galaxy|cosmos|orbit/iu],
  ['sea', /мор[еяюск]|океан|пляж|волн|озер|остров|берег|\bsea|ocean|beach|wave|lake|island|shore/iu],
  [
    'mountains',
    /\bгор[аыуео]|(?<!\p{L})гор(?:ы|а|е|у|ой|ами|ах|н\p{L}*)?(?!\p{L})|вулкан|скал|mountain|hill|peak|volcano|alps/iu,
  ],
  ['forest', /(?<!\p{L})лес(?!т)|рощ|тайг|ёлк|елк|джунгл|forest|woods|jungle|pine/iu],
  [
    'city',
    /город|улиц|небоскр|мегаполис|москв|петербург|\bcity|street|skyscraper|town|skyline|downtown|urban|cyberpunk/iu,
  ],
  ['desert', /пустын|дюн|верблюд|кактус|сахара|desert|dune|cactus/iu],
  ['field', /поле(?!т)|луг|полян|деревн|степ|трав|field|meadow|village|prairie|grass/iu],
];
const subjects: readonly (readonly [SubjectName, RegExp])[] = [
  ['cat', /(?<!\p{L})(?:кот(?!ор|[её]л)|кош|кис)|котик|мурлы|\bcats?\b|kitten|kitty/iu],
  ['dog', /собак|щен|(?<!\p{L})п[её]с(?!н|о)|корги|хаски|\bdogs?\b|puppy|corgi/iu],
  ['fox', /лис(?:а|у|ы|ичк|ён|ен|ий)|\bfox/iu],
  ['bear', /медвед|мишк|панд|\bbears?\b|panda|teddy/iu],
  ['robot', /робот|андроид|киборг|robot|android|cyborg/iu],
  ['rocket', /ракет|звездол|космическ\p{L}+ корабл|rocket|spaceship|shuttle/iu],
  ['castle', /замок|замк|крепост|дворец|castle|palace|fortress/iu],
  [
    'house',
    /дом(?!а\s+сидит)(?:а|ик|ики|у|ом|е)?(?!\p{L})|избуш|хижин|коттедж|дач|house|cottage|cabin|hut|home/iu,
  ],
  ['boat', /лодк|корабл|парус|яхт|катер|\bboat|ship\b|sail|yacht/iu],
  ['balloon', /воздушн\p{L}+ шар|шарик|аэростат|balloon/iu],
  ['bird', /птиц|птич|голуб(?!о)|сов[аыу]|чайк|воробе|снегир|ворон|\bbirds?\b|owl|seagull|parrot/iu],
  ['fish', /рыб|аквариум|дельфин|акул|(?<!\p{L})кит(?!а[йе])|\bfish|whale|dolphin|shark/iu],
  ['car', /машин(?!н)|автомобил|такси|\bcar\b|\bcars\b|taxi|truck/iu],
  [
    'flowers',
    /цвет(?:ок|к|ы|оч|ущ)|роз[аыу](?!в)|тюльпан|ромашк|подсолнух|букет|сирен|пион|flower|rose|tulip|daisy|sunflower|bouquet|blossom/iu,
  ],
  ['mushroom', /гриб|мухомор|mushroom/iu],
  ['tree', /дерев|берёз|берез|дуб(?!а[йе])|сакур|пальм|\btrees?\b|oak|palm|sakura|birch/iu],
  ['heart', /сердц|сердеч|любов|валентин|heart|love|valentine/iu],
  ['apple', /яблок|яблоч|фрукт|натюрморт|apple|fruit|still life/iu],
  ['cup', /чашк|кофе|(?<!\p{L})ча[йюя]|кружк|\bcup|coffee|\btea\b|mug/iu],
  [
    'person',
    /человек|девочк|девушк|мальчик|женщин|мужчин|космонавт|астронавт|person|girl|boy|woman|\bman\b|astronaut|child/iu,
  ],
];
const styles: readonly (readonly [StyleName, RegExp])[] = [
  ['kandinsky', /кандинск|абстракт|абстракци|kandinsky|abstract/iu],
  ['malevich', /малевич|супрематизм|malevich|suprematis/iu],
  ['van-gogh', /ван\s?-?гог|импрессиони|мазк|маслом|моне(?!т)|van\s?-?gogh|impressionis|oil paint|monet\b/iu],
  ['watercolour', /акварел|watercolou?r|aquarelle/iu],
  ['mosaic', /мозаик|витраж|mosaic|stained glass/iu],
  ['pixel', /пиксел|8-?бит|8-?bit|pixel/iu],
  [
    'pencil',
    /карандаш|набросок|эскиз|гравюр|уголь|pencil|sketch style|charcoal|line art|black and white|ч[её]рно-бел/iu,
  ],
  ['pop-art', /поп-?арт|уорхол|pop-?art|warhol/iu],
];

const furs: readonly (readonly [Colour, RegExp])[] = [
  [hex('e8913a'), /рыж|оранжев|ginger|orange|\bred cat/iu],
  [hex('3a3a4a'), /ч[её]рн(?!о-)|\bblack(?! and white)/iu],
  [hex('f2e8dc'), /(?<!\p{L})бел(?:ый|ого|ая|ую|ой|ые|ых|оснежн)|\bwhite/iu],
  [hex('6d6875'), /(?<!\p{L})сер(?:ый|ого|ая|ую|ой|ые|ых)|\bgr[ae]y\b/iu],
  [hex('8a5a3b'), /коричнев|бур(?:ый|ого|ая|ую)|\bbrown/iu],
];

export function readPrompt(prompt: string): Scene {
  const hour = hours.find(([, pattern]) => pattern.test(prompt))?.[0];
  return {
    hour,
    places: places.filter(([, pattern]) => pattern.test(prompt)).map(([place]) => place),
    subjects: subjects
      .filter(([, pattern]) => pattern.test(prompt))
      .map(([subject]) => subject)
      .slice(0, 4),
    style: styles.find(([, pattern]) => pattern.test(prompt))?.[0],
    hasSun: /солнц|солныш|\bsun\b/iu.test(prompt),
    hasMoon: /лун[аыуе]|полнолун|месяц|\bmoon/iu.test(prompt),
    hasRain: /дожд|ливень|\brain(?!bow)/iu.test(prompt),
    hasSnow: hour === 'winter' || /снег|метел|snow/iu.test(prompt),
    hasRainbow: /радуг|rainbow/iu.test(prompt),
    fur: furs.find(([, pattern]) => pattern.test(prompt))?.[0],
  };
}
