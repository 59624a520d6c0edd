import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractSnippets } from './docs-snippets.ts';
import type { Snippet } from './docs-snippets.ts';
import { projectFiles } from './project-files.ts';
import { runCommand } from './run-command.ts';

export type DocsReport = { problems: string[]; checkedCount: number; runCount: number };

/** Blocks are laid beside the examples, which depend on everything a reader may import. */
const workFolder = 'examples/.snippets';

/** Type-checks the code blocks of every README and of docs, and runs those that ask for it on the emulator. */
export async function checkDocsSnippets(root: string): Promise<DocsReport> {
  const extracted = markdownFiles(root).map((file) =>
    extractSnippets(file, readFileSync(join(root, file), 'utf8')),
  );
  const snippets = extracted.flatMap((one) => one.snippets).filter(({ mode }) => mode !== 'skip');
  const problems = extracted.flatMap((one) => one.problems);
  const toRun = snippets.filter(({ mode }) => mode === 'run');

  rmSync(join(root, workFolder), { recursive: true, force: true });
  mkdirSync(join(root, workFolder), { recursive: true });
  writeFileSync(join(root, workFolder, 'tsconfig.json'), JSON.stringify(tsconfig));
  for (const snippet of snippets) {
    // Blank lines in front keep the line numbers of the Markdown file, in type errors and in stack traces.
    const code = `${'\n'.repeat(snippet.line - 1)}${snippet.code}\n`;
    writeFileSync(join(root, workFolder, fileOf(snippet)), code);
  }
  problems.push(...(await typeProblems(root, snippets)));
  problems.push(...(await runAll(root, toRun)));
  return { problems, checkedCount: snippets.length, runCount: toRun.length };
}

const tsconfig = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    jsx: 'react-jsx',
    moduleDetection: 'force',
    // A block that shows a call need not use its result.
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  include: ['./*'],
};

function markdownFiles(root: string): string[] {
  const atTheRoot = readdirSync(root).filter((name) => name.endsWith('.md'));
  const below = projectFiles(root, ['docs', 'packages', 'apps', 'examples', 'benchmarks']);
  return [
    ...atTheRoot.filter((name) => name !== 'CHANGELOG.md'),
    ...below.filter((file) => isDocument(file)),
  ];
}

function isDocument(file: string): boolean {
  return file.startsWith('docs/') ? file.endsWith('.md') : /\/README[^/]*\.md$/.test(file);
}

/** `packages/core/README.md` line 12 -> `packages-core-README.md-12.ts` */
function fileOf({ file, line, extension }: Snippet): string {
  return `${file.replaceAll('/', '-')}-${line}.${extension}`;
}

async function typeProblems(root: string, snippets: readonly Snippet[]): Promise<string[]> {
  if (snippets.length === 0) return [];
  const { exitCode, output } = await runCommand('tsc', ['--noEmit', '--pretty', 'false', '-p', workFolder], {
    cwd: root,
  });
  return exitCode === 0 ? [] : [named(output, snippets)];
}

/** Two at a time, each on an emulator of its own; problems in the order of the blocks. */
async function runAll(root: string, snippets: readonly Snippet[]): Promise<string[]> {
  const found = new Map<Snippet, string[]>();
  const waiting = [...snippets];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      found.set(next, await runProblems(root, next));
    }
  };
  await Promise.all([lane(), lane()]);
  return snippets.flatMap((snippet) => found.get(snippet) ?? []);
}

async function runProblems(root: string, snippet: Snippet): Promise<string[]> {
  // Loaded only now: most runs of the other checks need no emulator.
  const { startEmulator } = await import('@gigakit/emulator');
  const emulator = await startEmulator({ port: 0 });
  try {
    const ownVariables = Object.keys(process.env).filter((name) => name.startsWith('GIGACHAT_'));
    const { exitCode, output } = await runCommand(
      process.execPath,
      ['--conditions=@gigakit/source', join(workFolder, fileOf(snippet))],
      {
        cwd: root,
        timeoutMs: 60_000,
        env: {
          ...Object.fromEntries(ownVariables.map((name) => [name, undefined])),
          GIGACHAT_CREDENTIALS: emulator.credentials,
          GIGACHAT_BASE_URL: emulator.baseUrl,
          GIGACHAT_BASE_URL_V2: emulator.baseUrlV2,
          GIGACHAT_AUTH_URL: emulator.authUrl,
        },
      },
    );
    if (exitCode === 0) return [];
    return [
      `${snippet.file}:${snippet.line} ended with exit code ${exitCode} on the emulator:\n${named(output, [snippet])}`,
    ];
  } finally {
    await emulator.close();
  }
}

/** Speaks of the Markdown files instead of the ones laid out for checking. */
function named(output: string, snippets: readonly Snippet[]): string {
  return snippets
    .reduce((text, snippet) => text.replaceAll(`${workFolder}/${fileOf(snippet)}`, snippet.file), output)
    .trimEnd();
}
