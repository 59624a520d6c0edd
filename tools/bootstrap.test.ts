import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCommand } from './run-command.ts';

/** A checkout of nothing but the bootstrap, with an `npx` of our own in the place where npm keeps its. */
function checkout(npx: string) {
  const root = mkdtempSync(join(tmpdir(), 'gigakit-bootstrap-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'tools'));
  cpSync(join(import.meta.dirname, 'bootstrap.mjs'), join(root, 'tools/bootstrap.mjs'));
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'npx-cli.js'), `import fs from 'node:fs'; process.chdir('../..');\n${npx}`);
  return {
    root,
    run: (...words: string[]) =>
      runCommand(process.execPath, ['tools/bootstrap.mjs', ...words], {
        cwd: root,
        env: { npm_execpath: join(root, 'npm-cli.js'), npm_lifecycle_event: undefined },
      }),
  };
}

/** Installs one program, whose arguments and exit code can be seen, and counts the installs. */
const working = `
  fs.appendFileSync('installs', 'x');
  fs.mkdirSync('node_modules/@changesets/cli', { recursive: true });
  fs.writeFileSync('node_modules/@changesets/cli/bin.js', 'console.log("ran", ...process.argv.slice(2)); process.exit(7);');
`;

describe('a command', () => {
  test('installs what is missing, then runs with its arguments and gives its exit code', async () => {
    const { run } = checkout(working);
    const { exitCode, output } = await run('changeset', 'status', '--verbose');
    expect(output).toContain('installing the pinned dependencies');
    expect(output).toContain('ran status --verbose');
    expect(exitCode).toBe(7);
  });

  test('installs once, and again when the lockfile has changed', async () => {
    const { root, run } = checkout(working);
    await run('changeset');
    await run('changeset');
    expect(readFileSync(join(root, 'installs'), 'utf8')).toBe('x');
    writeFileSync(join(root, 'pnpm-lock.yaml'), 'lockfileVersion: 9.0');
    await run('changeset');
    expect(readFileSync(join(root, 'installs'), 'utf8')).toBe('xx');
  });

  test('waits for another run that is installing, instead of installing beside it', async () => {
    const { root, run } = checkout(working);
    const outputs = await Promise.all([run('changeset'), run('changeset'), run('changeset')]);
    expect(outputs.map(({ exitCode }) => exitCode)).toEqual([7, 7, 7]);
    expect(readFileSync(join(root, 'installs'), 'utf8')).toBe('x');
    expect(existsSync(join(root, '.gigakit/install.lock'))).toBe(false);
  });

  test('that does not exist names those that do', async () => {
    const { exitCode, output } = await checkout(working).run('strat');
    expect(exitCode).toBe(1);
    expect(output).toBe(
      'gigakit: there is no command "strat"; the commands are start, test, check, build, bench, dev, tour, changeset.\n',
    );
  });
});

describe('an install that fails', () => {
  test.each([
    [
      'npm error code ENOTFOUND',
      'the npm registry https://registry.npmjs.org/ cannot be reached: check the network',
    ],
    ['ERR_PNPM_ENOSPC no space left on device', 'the disk is full: free about 2 GB under'],
    ['ERR_PNPM_OUTDATED_LOCKFILE', 'pnpm-lock.yaml does not match the package.json files'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', "the npm registry's certificate is not trusted here"],
    ['EACCES: permission denied, mkdir', 'a file could not be written'],
    [
      'something nobody has met',
      'the dependencies could not be installed; pnpm said:\nsomething nobody has met',
    ],
  ])('with "%s" says what to do and counts as failed', async (complaint, sentence) => {
    const { root, run } = checkout(`console.log(${JSON.stringify(complaint)}); process.exit(1);`);
    const { exitCode, output } = await run('test');
    expect(exitCode).toBe(1);
    expect(output).toContain(`gigakit: ${sentence}`);
    expect(output.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(readFileSync(join(root, '.gigakit/install.log'), 'utf8')).toContain(complaint);
  });

  test('in an install script is tried again without scripts, on a Node that is new enough', async () => {
    const { run } = checkout(`
      if (!process.argv.includes('--ignore-scripts')) { console.log('ELIFECYCLE preinstall'); process.exit(1); }
      ${working}
    `);
    const { exitCode, output } = await run('changeset');
    expect(output).toContain('trying again without install scripts');
    expect(exitCode).toBe(7);
  });
});
