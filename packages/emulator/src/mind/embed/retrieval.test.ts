import { describe, expect, it } from 'vitest';
import { embedText } from './embed-text.ts';
import { embedderOf } from './embedder-of.ts';

/** A question and the one passage of the whole collection that answers it. */
const pairs: readonly (readonly [question: string, passage: string])[] = [
  // Russian questions, Russian passages.
  [
    'Как вернуть деньги за бракованный товар?',
    'Если в изделии обнаружен дефект, возврат средств производится в течение десяти дней после получения заявления покупателя.',
  ],
  [
    'Сколько дней отпуска положено сотруднику?',
    'Каждый работник компании имеет право на 28 календарных дней оплачиваемого отдыха в год; отпуск согласуют с руководителем.',
  ],
  [
    'Когда открывается музей?',
    'Музей работает ежедневно, кроме понедельника, с десяти утра до шести вечера. Кассы закрываются на полчаса раньше.',
  ],
  [
    'Какой самый глубокий водоём в мире?',
    'Байкал — озеро тектонического происхождения в южной части Восточной Сибири, глубочайшее на планете: 1642 метра.',
  ],
  [
    'Кто написал «Войну и мир»?',
    'Лев Толстой работал над романом «Война и мир» шесть лет, с 1863 по 1869 год.',
  ],
  [
    'Как сменить забытый пароль от личного кабинета?',
    'Чтобы восстановить доступ, нажмите «Забыли пароль?» на странице входа и следуйте ссылке из письма.',
  ],
  [
    'Чем кормить котёнка в два месяца?',
    'Котятам до полугода нужен специальный корм с высоким содержанием белка, небольшими порциями четыре раза в день.',
  ],
  [
    'Отчего бывают приливы?',
    'Уровень воды в океане поднимается и опускается дважды в сутки из-за притяжения Луны; это и есть приливы и отливы.',
  ],
  [
    'Как сварить борщ?',
    'Сначала готовят бульон из говядины, затем добавляют свёклу, капусту и картофель; такой борщ варится около двух часов.',
  ],
  [
    'Что делать при повышенной температуре у ребёнка?',
    'Если у малыша жар выше 38,5 градуса, дайте жаропонижающее и вызовите врача.',
  ],
  [
    'Где оплатить штраф за парковку?',
    'Парковочный штраф оплачивают на портале государственных услуг или в приложении банка, в первые двадцать дней — со скидкой.',
  ],
  [
    'Можно ли перенести рейс на другой день?',
    'Авиабилет обменивают на другую дату не позднее чем за сутки до вылета; за изменение рейса берут сбор.',
  ],
  // English questions, English passages.
  [
    'How do I reset my password?',
    'Click "Forgot password" on the sign-in page and we will mail you a link to choose a new one.',
  ],
  [
    'What is the boiling point of water?',
    'At sea level water boils at 100 degrees Celsius; on high mountains it boils sooner.',
  ],
  [
    'Who invented the telephone?',
    'Alexander Graham Bell was awarded the first patent for the telephone in 1876.',
  ],
  [
    'How long does shipping to Europe take?',
    'Orders to European countries are delivered within seven to ten business days by courier.',
  ],
  [
    'Why do leaves turn red in autumn?',
    'When days get shorter, trees stop making chlorophyll, and the yellow and red pigments of the leaf become visible.',
  ],
  [
    'How can I bake sourdough bread at home?',
    'Feed the starter the night before, fold the dough every half hour, and bake the loaf in a very hot oven with steam.',
  ],
  [
    'What does a semaphore do in concurrent programs?',
    'A semaphore is a counter that limits how many threads may enter a section of a program at once.',
  ],
  [
    'Which planet has the most moons?',
    'Saturn holds the record among the planets with more than a hundred and forty known moons.',
  ],
  [
    'How do vaccines protect us?',
    'A vaccine shows the immune system a harmless piece of a virus, so that the body learns to recognise it.',
  ],
  [
    'Can I bring my dog on the train?',
    'Small pets travel free of charge in a carrier; larger dogs need a ticket and a muzzle in the train.',
  ],
  [
    'How is the mortgage interest calculated?',
    'The bank charges interest on the remaining loan every month, so early payments of a mortgage go mostly to interest.',
  ],
  [
    'What are the symptoms of diabetes?',
    'People with diabetes often feel thirsty and tired, because there is too much sugar in their blood.',
  ],
  // Russian questions, English passages.
  [
    'Какая погода бывает в пустыне ночью?',
    'In the desert it gets very cold after sunset, since dry air does not hold the heat of the day.',
  ],
  [
    'Кто построил Эйфелеву башню?',
    'The Eiffel Tower was built by the company of engineer Gustave Eiffel for the world fair of 1889.',
  ],
  [
    'Как зарядить электрический автомобиль?',
    'An electric car is charged at home overnight or at a fast charging station in half an hour.',
  ],
  ['Почему пчёлы делают мёд?', 'Bees store honey as food for the winter, when there are no flowers.'],
  [
    'Как отменить подписку?',
    'You can cancel your subscription at any time in the account settings; access stays until the end of the paid month.',
  ],
  [
    'Что такое вектор в поиске по документам?',
    'Document search turns every text into a vector and looks for the nearest ones by cosine.',
  ],
  [
    'Какие овощи сажают весной?',
    'In early spring gardeners plant vegetables such as carrots, radishes and peas straight into the soil.',
  ],
  // English questions, Russian passages.
  ['How do I cancel my order?', 'Отменить заказ можно в личном кабинете, пока посылка не передана курьеру.'],
  [
    'What is the capital of Australia?',
    'Столица Австралии — Канберра, хотя крупнейший город страны — Сидней.',
  ],
  [
    'Where can I see the northern lights in Russia?',
    'Северное сияние чаще всего наблюдают в России на Кольском полуострове, в Мурманске и Териберке.',
  ],
  [
    'How does a refrigerator keep food cold?',
    'Холодильник отводит тепло из камеры наружу, поэтому еда внутри остаётся холодной.',
  ],
  [
    'How many players are in a football team?',
    'В футболе каждая команда выводит на поле одиннадцать игроков, включая вратаря.',
  ],
  [
    'Is there a discount for students?',
    'Студентам и школьникам билеты продаются со скидкой пятьдесят процентов при предъявлении документа.',
  ],
  [
    'When was Yuri Gagarin launched into space?',
    'Юрий Гагарин совершил первый полёт человека в космос 12 апреля 1961 года на корабле «Восток».',
  ],
];

/** Passages that answer nothing and are near enough to mislead. */
const distractors = [
  'Пароль от беспроводной сети гостиницы написан на карточке в номере.',
  'Кошки спят до шестнадцати часов в сутки и видят сны.',
  'The museum shop sells books, cards and small gifts.',
  'Пункт выдачи находится рядом со станцией метро и работает без выходных.',
  'The train to the airport leaves every half hour from platform two.',
  'Красное смещение показывает, как быстро от нас удаляются галактики.',
  'Interest in chess grew after the television series.',
  'Ветеринар принимает по записи, телефон указан на сайте клиники.',
];

const passages = [...pairs.map(([, passage]) => passage), ...distractors];

describe.each(['Embeddings', 'Embeddings-2', 'EmbeddingsGigaR', 'GigaEmbeddings-3B-2025-09'])(
  '%s',
  (model) => {
    const embedder = embedderOf(model);
    if (embedder === undefined) throw new Error(`${model} is not an embedder`);
    const collection = passages.map((passage) => embedText(passage, embedder));
    const rankOf = (question: string, passage: string): number => {
      const asked = embedText(question, embedder);
      const scores = collection.map((vector) => cosine(asked, vector));
      const own = scores[passages.indexOf(passage)] ?? Number.NaN;
      return scores.filter((score) => score > own).length + 1;
    };
    const ranks = pairs.map(([question, passage]) => rankOf(question, passage));

    it('finds the right passage among the first three for at least 80% of questions in two languages', () => {
      const missed = pairs.filter((_, index) => (ranks[index] ?? 99) > 3).map(([question]) => question);
      expect(recallAt(3), `missed: ${missed.join(' | ')}`).toBeGreaterThanOrEqual(0.8);
    });

    it('puts the right passage first for most questions', () => {
      expect(recallAt(1)).toBeGreaterThanOrEqual(0.7);
    });

    function recallAt(depth: number): number {
      return ranks.filter((rank) => rank <= depth).length / ranks.length;
    }
  },
);

function cosine(one: Float32Array, other: Float32Array): number {
  let dot = 0;
  for (let at = 0; at < one.length; at++) dot += (one[at] ?? 0) * (other[at] ?? 0);
  return dot / (Math.hypot(...one) * Math.hypot(...other));
}
