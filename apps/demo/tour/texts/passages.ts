import type { Language } from '../language.ts';

/** Three short texts with the names of the files they could have come from. */
export const passages: Readonly<Record<Language, readonly { name: string; text: string }[]>> = {
  ru: [
    {
      name: 'паром.md',
      text: 'Паром ходит через реку с восьми до двадцати. Билет на паром стоит шестьдесят рублей.',
    },
    { name: 'библиотека.md', text: 'В библиотеке живут две кошки: Закладка и Сноска.' },
    { name: 'концертный-зал.md', text: 'Рояль в концертном зале сделан в 1961 году.' },
  ],
  en: [
    {
      name: 'ferry.md',
      text: 'The ferry crosses the river from eight to twenty. A ferry ticket costs sixty roubles.',
    },
    { name: 'library.md', text: 'Two cats live in the library: Bookmark and Footnote.' },
    { name: 'concert-hall.md', text: 'The piano in the concert hall was made in 1961.' },
  ],
};
