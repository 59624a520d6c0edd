import type { Figure, Row } from '../figures/figure.ts';

/** A figure as a section of the report. */
export function toMarkdown({ name, title }: Figure, rows: readonly Row[]): string {
  const lines = rows.map(({ what, measured, ratio, aim }) => {
    const compared =
      ratio === undefined
        ? ''
        : `${twoDigits(ratio.spread.median)} × ${ratio.against} (${twoDigits(ratio.spread.min)} to ${twoDigits(ratio.spread.max)})`;
    const verdict = aim === undefined ? '' : `${aim.text}: ${aim.holds ? 'holds' : '**does not hold**'}`;
    return `| ${what} | ${measured} | ${compared} | ${verdict} |`;
  });
  return [
    `## ${title}`,
    '',
    `\`npm run bench -- --only ${name}\``,
    '',
    '| what | measured, median | ratio, median (min to max) | aim |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

const twoDigits = (value: number): string => value.toFixed(2);
