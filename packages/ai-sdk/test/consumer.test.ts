import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';

const testFolder = dirname(fileURLToPath(import.meta.url));
const packageFolder = dirname(testFolder);
const declarations = join(packageFolder, 'node_modules', '.consumer');
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** What the compiler says; nothing when it is content. */
async function compile(...options: readonly string[]): Promise<string> {
  const words = options.flatMap((option) => option.split(' '));
  try {
    await promisify(execFile)(process.execPath, [tsc, ...words], { maxBuffer: 64 * 1024 * 1024 });
    return '';
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
}

/** The declarations a user would install, written next to the dependencies they name. */
async function emit(project: string, folder: string): Promise<string> {
  return compile(
    `-p ${project} --customConditions @gigakit/source --allowImportingTsExtensions --emitDeclarationOnly`,
    `--declarationMap false --outDir ${join(declarations, folder)}`,
  );
}

// Each release is a program of its own: two of them in one would fight over the globals they declare.
describe('a program in strict mode that checks the declarations of libraries, too', () => {
  beforeAll(async () => {
    expect(await emit(join(packageFolder, '..', 'core', 'tsconfig.build.json'), 'core')).toBe('');
    expect(await emit(join(packageFolder, 'tsconfig.build.json'), 'ai-sdk')).toBe('');
  }, 240_000);

  it.each(['ai4', 'ai5', 'ai500', 'ai6', 'ai600', 'ai7', 'ai700'])(
    'compiles with %s, and not with models of majors it does not take',
    async (release) => {
      expect(await compile(`-p ${join(testFolder, 'consumer', `tsconfig.${release}.json`)}`)).toBe('');
    },
    240_000,
  );
});
