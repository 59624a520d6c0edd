import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { answers } from './figures/answers.ts';
import { coldImport } from './figures/cold-import.ts';
import { embeddings } from './figures/embeddings.ts';
import type { Bench } from './figures/figure.ts';
import { files } from './figures/files.ts';
import { firstToken } from './figures/first-token.ts';
import { growth } from './figures/growth.ts';
import { slowStreams } from './figures/slow-streams.ts';
import { streamCpu } from './figures/stream-cpu.ts';
import { describeMachine } from './report/describe-machine.ts';
import { toMarkdown } from './report/to-markdown.ts';
import { startServer } from './server/start-server.ts';

const figures = [streamCpu, firstToken, answers, embeddings, slowStreams, files, coldImport, growth];

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(
    `Measures the packages against the floor and against others; everything goes to RESULTS.md.\n\n  --only NAME    one figure, printed; may be repeated: ${figures.map(({ name }) => name).join(', ')}\n  --quick        fewer and smaller, to see that it runs\n  --rounds N     repetitions, 7 by default`,
  );
  process.exit(0);
}
const unknown = values.only.find((name) => figures.every((figure) => figure.name !== name));
if (unknown !== undefined) {
  console.error(`There is no figure "${unknown}"; there are ${figures.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const machine = describeMachine();
const server = await startServer();
const rounds = values.rounds === '' ? (values.quick ? 3 : 7) : Number(values.rounds);
const bench: Bench = { server, rounds, isQuick: values.quick };
const sections: string[] = [];
const isWhole = values.only.length === 0 && !values.quick;
try {
  for (const figure of figures) {
    if (values.only.length > 0 && !values.only.includes(figure.name)) continue;
    console.error(`${figure.name} …`);
    const section = toMarkdown(figure, await figure.run(bench));
    console.log(section);
    sections.push(section);
    if (isWhole) writeResults();
  }
} finally {
  server.stop();
}

function writeResults(): void {
  const head = `# Results\n\nWritten by \`npm run bench\`. What each figure means stands in README.md.\n\n${machine}\n- rounds: ${rounds}, with the contenders taking turns; ratios are of turns in the same round\n`;
  writeFileSync(join(import.meta.dirname, 'RESULTS.md'), `${head}\n${sections.join('\n')}`);
}
