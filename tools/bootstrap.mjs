// The door of every root script. It runs on Node 20 with nothing installed: it installs the pinned dependencies when they
// are missing or out of date, then runs the command under the Node version that this repository pins.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

const pnpmVersion = '10.34.9';
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const markerFile = path.join(root, 'node_modules', '.gigakit-installed');
const lockFile = path.join(root, '.gigakit', 'install.lock');
const binExtension = process.platform === 'win32' ? '.exe' : '';
const pinnedNode = path.join(root, 'node_modules', 'node', 'bin', `node${binExtension}`);
const source = '--conditions=@gigakit/source';

/**
 * What each root script runs, one command after the other; a command that fails ends the chain.
 * `script` runs a script of that package.json; `node` hands the arguments straight to Node.
 */
const commands = {
  start: [
    { node: [source, 'tools/build-demo-page.ts'] },
    { node: [source, 'apps/demo/server/main.ts'], takesArguments: true },
  ],
  test: [{ node: [source, 'tools/test.ts'], takesArguments: true }],
  check: [{ node: [source, 'tools/test.ts', '--checks'], takesArguments: true }],
  build: [{ node: [source, 'tools/build.ts'], takesArguments: true }],
  bench: [{ folder: 'benchmarks', script: 'bench', takesArguments: true }],
  dev: [{ folder: 'apps/demo', script: 'dev', takesArguments: true }],
  tour: [{ folder: 'apps/demo', script: 'tour', takesArguments: true }],
  changeset: [{ node: ['node_modules/@changesets/cli/bin.js'], takesArguments: true }],
};

const [command = '', ...commandArguments] = process.argv.slice(2);
const say = (line) => process.stderr.write(`gigakit: ${line}\n`);

class Stop extends Error {}

/** The signal that a person or a supervisor sent to this run, so that it is not mistaken for a failure. */
let interruptedBy;

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  say(error.message);
  // Who reads only the last line of a test run must find the count there, whatever went wrong.
  if (command === 'test' || command === 'check') console.log('0 passed, 1 failed');
  process.exitCode = 1;
}

async function main() {
  const chain = commands[command];
  if (chain === undefined) {
    throw new Stop(`there is no command "${command}"; the commands are ${Object.keys(commands).join(', ')}.`);
  }
  if (major(process.versions.node) < 20) {
    throw new Stop(
      `Node 20 or newer is needed to begin, and this is ${process.version}; the rest is installed from here.`,
    );
  }
  process.chdir(root);
  await installIfNeeded();
  const node = await chooseNode();
  for (const step of chain) {
    const exitCode = await runStep(node, step);
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}

async function installIfNeeded() {
  if (isInstalled()) return;
  const release = await takeLock();
  try {
    // Another run may have finished the work while this one waited.
    if (isInstalled()) return;
    const wanted = fingerprint();
    const startedAtMs = Date.now();
    say('installing the pinned dependencies (a minute or two the first time, from the npm registry)');
    fs.rmSync(markerFile, { force: true });
    await install();
    // npm puts this folder first in PATH: the next run would begin in a shell script that keeps signals to itself.
    fs.rmSync(path.join(root, 'node_modules', '.bin', 'node'), { force: true });
    fs.writeFileSync(markerFile, wanted);
    say(`installed in ${Math.round((Date.now() - startedAtMs) / 1000)} s`);
  } finally {
    release();
  }
}

function isInstalled() {
  return readOrNothing(markerFile) === fingerprint();
}

/** One hash over everything that decides what is installed: the lockfile, the manifests, and the platform. */
function fingerprint() {
  const folders = ['packages', 'apps'].flatMap((parent) => {
    const entries = fs.existsSync(parent) ? fs.readdirSync(parent) : [];
    return entries.map((name) => path.join(parent, name));
  });
  const manifests = ['.', 'benchmarks', 'examples', ...folders.toSorted((a, b) => (a < b ? -1 : 1))].map(
    (folder) => path.join(folder, 'package.json'),
  );
  const hash = createHash('sha256').update(`${pnpmVersion} ${process.platform} ${process.arch}`);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests]) {
    hash.update(`\0${file}\0${readOrNothing(file)}`);
  }
  return hash.digest('hex');
}

async function install() {
  const failure = await runPnpm([]);
  if (failure === undefined) return;
  const scriptFailed = /ELIFECYCLE|preinstall.*failed|postinstall.*failed/i.test(failure);
  if (scriptFailed && isNewEnough(process.versions.node)) {
    say(
      `an install script failed; trying again without install scripts, on this machine's Node ${process.versions.node}`,
    );
    const secondFailure = await runPnpm(['--ignore-scripts']);
    if (secondFailure === undefined) return;
    throw new Stop(explainInstallFailure(secondFailure));
  }
  throw new Stop(explainInstallFailure(failure));
}

/** Runs a frozen install; gives nothing when it worked, or everything that was printed when it did not. */
async function runPnpm(extraArguments) {
  const { file, firstArguments } = findNpx();
  // From the root, npx would take the workspace's own pnpm, which a broken-off install leaves half there.
  const elsewhere = path.join(root, '.gigakit', 'npx');
  fs.mkdirSync(elsewhere, { recursive: true });
  fs.writeFileSync(path.join(elsewhere, 'package.json'), '{}\n');
  const child = spawn(
    file,
    [
      ...firstArguments,
      '-y',
      `pnpm@${pnpmVersion}`,
      '--dir',
      root,
      'install',
      '--frozen-lockfile',
      '--prod=false',
      '--reporter=append-only',
      '--config.confirmModulesPurge=false',
      ...extraArguments,
    ],
    {
      cwd: elsewhere,
      env: { ...process.env, ...installEnvironment() },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && file === 'npx',
    },
  );
  let output = '';
  let lastShownAtMs = Date.now();
  const listen = (chunk) => {
    output += chunk;
    const progress = String(chunk)
      .match(/Progress: .*/g)
      ?.at(-1);
    if (progress !== undefined && Date.now() - lastShownAtMs > 10_000) {
      lastShownAtMs = Date.now();
      say(`  ${progress.trim()}`);
    }
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const { exitCode } = await ended(child);
  if (interruptedBy !== undefined) {
    throw new Stop(
      `stopped by ${interruptedBy} before everything was installed; run the same command again to go on.`,
    );
  }
  return exitCode === 0 ? undefined : output;
}

/** npm tells its scripts where it lives; asking that copy avoids a search through PATH, and .cmd files on Windows. */
function findNpx() {
  const npmCli = process.env.npm_execpath ?? '';
  const npxCli = path.join(path.dirname(npmCli), 'npx-cli.js');
  if (path.basename(npmCli) === 'npm-cli.js' && fs.existsSync(npxCli)) {
    return { file: process.execPath, firstArguments: [npxCli] };
  }
  return { file: 'npx', firstArguments: [] };
}

function installEnvironment() {
  const environment = { npm_config_loglevel: 'error', npm_config_update_notifier: 'false' };
  // A registry that does not answer is reported within half a minute instead of several.
  environment.npm_config_fetch_retry_mintimeout = process.env.npm_config_fetch_retry_mintimeout ?? '2000';
  environment.npm_config_fetch_retry_maxtimeout = process.env.npm_config_fetch_retry_maxtimeout ?? '10000';
  if (!isWritable(os.homedir())) {
    const home = path.join(root, '.gigakit', 'home');
    fs.mkdirSync(home, { recursive: true });
    Object.assign(environment, { HOME: home, npm_config_cache: path.join(home, '.npm') });
  }
  return environment;
}

function explainInstallFailure(output) {
  const log = path.join(root, '.gigakit', 'install.log');
  try {
    fs.writeFileSync(log, output);
  } catch {
    // A full disk cannot take the log either; the sentence below still says what to do.
  }
  const known = knownInstallFailure(output);
  const where = `The whole output is in ${path.relative(root, log)}.`;
  if (known !== undefined) return `${known} ${where}`;
  const tail = output.trimEnd().split('\n').slice(-20).join('\n');
  return `the dependencies could not be installed; pnpm said:\n${tail}\n${where}`;
}

function knownInstallFailure(output) {
  if (/ENOSPC|EDQUOT|no space left/i.test(output)) {
    return `the disk is full: free about 2 GB under ${root} and ${os.homedir()}, then run the same command again.`;
  }
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) {
    return `pnpm-lock.yaml does not match the package.json files: run "npx -y pnpm@${pnpmVersion} install --no-frozen-lockfile" and commit the lockfile.`;
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network (?:timeout|request)/i.test(
      output,
    )
  ) {
    const registry = process.env.npm_config_registry ?? 'https://registry.npmjs.org/';
    return `the npm registry ${withoutPassword(registry)} cannot be reached: check the network or the proxy (or name a mirror with "npm config set registry <url>"), then run the same command again.`;
  }
  if (/SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT|UNABLE_TO_VERIFY_LEAF|CERT_HAS_EXPIRED/.test(output)) {
    return "the npm registry's certificate is not trusted here: name the file with your network's own root certificate in NODE_EXTRA_CA_CERTS, then run the same command again.";
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return `a file could not be written: make ${root} and ${os.homedir()} writable for this user, then run the same command again.`;
  }
  return undefined;
}

function withoutPassword(url) {
  return url.replace(/\/\/[^/@]*@/, '//');
}

/**
 * One install at a time. The owner touches the lock every second, so a lock left behind by a killed run is known by its age.
 * Gives the function that lets the lock go.
 */
async function takeLock() {
  const staleAfterMs = 10_000;
  fs.mkdirSync(path.dirname(lockFile), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      fs.closeSync(fs.openSync(lockFile, 'wx'));
      break;
    } catch (error) {
      if (error.code === 'ENOSPC') throw new Stop(knownInstallFailure('ENOSPC'));
      if (error.code !== 'EEXIST') throw new Stop(`${lockFile} cannot be written: ${error.message}.`);
    }
    if (ageMs(lockFile) > staleAfterMs) {
      fs.rmSync(lockFile, { force: true });
      continue;
    }
    if (!told) say('another run is installing the dependencies; waiting for it');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const touch = setInterval(() => {
    try {
      fs.utimesSync(lockFile, new Date(), new Date());
    } catch {
      // Taken over after a long sleep of the machine; pnpm keeps its own store consistent.
    }
  }, 1000);
  return () => {
    clearInterval(touch);
    fs.rmSync(lockFile, { force: true });
  };
}

/** The pinned Node where it runs; else this machine's own, when it is new enough for the packages. */
async function chooseNode() {
  if (fs.existsSync(pinnedNode)) {
    if (process.execPath === fs.realpathSync(pinnedNode)) return pinnedNode;
    const { exitCode } = await ended(spawn(pinnedNode, ['--version'], { stdio: 'ignore' }));
    if (exitCode === 0) return pinnedNode;
  }
  if (isNewEnough(process.versions.node)) {
    say(`the pinned Node is not available here; using this machine's Node ${process.versions.node}`);
    return process.execPath;
  }
  throw new Stop(
    `the pinned Node could not be installed on ${process.platform} ${process.arch}: install Node 24 yourself, then run the same command again.`,
  );
}

async function runStep(node, step) {
  const own = step.takesArguments ? commandArguments : [];
  let nodeArguments;
  if (step.script === undefined) {
    const file = step.node.find((argument) => !argument.startsWith('-'));
    if (!fs.existsSync(file))
      throw new Stop(`${file} is missing, so "npm run ${command}" has nothing to run.`);
    nodeArguments = [...step.node, ...own];
  } else {
    const scripts = JSON.parse(readOrNothing(path.join(step.folder, 'package.json')) || '{}').scripts ?? {};
    if (scripts[step.script] === undefined) {
      throw new Stop(
        `${step.folder}/package.json has no script "${step.script}", so "npm run ${command}" has nothing to run.`,
      );
    }
    nodeArguments = ['--run', step.script, ...(own.length > 0 ? ['--', ...own] : [])];
  }
  const searchPath = [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  const child = spawn(node, nodeArguments, {
    cwd: path.join(root, step.folder ?? '.'),
    env: { ...process.env, PATH: searchPath.join(path.delimiter), TURBO_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  });
  const orphanWatch = endWithNpm(child);
  const { exitCode } = await ended(child);
  clearInterval(orphanWatch);
  return exitCode;
}

/** A signal sent to npm ends only the shell between npm and this run; a server left behind would keep its port. */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const shell = process.ppid;
  return setInterval(() => {
    if (process.ppid !== shell) child.kill('SIGTERM');
  }, 500);
}

/** Waits for a child; meanwhile passes signals on to it. A child ended by a signal counts as 128 + its number, as in a shell. */
function ended(child) {
  const forward = (signal) => {
    interruptedBy = signal;
    // The terminal already sends Ctrl-C to the whole group; a second copy would look like an impatient second press.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve) => {
    const finish = (exitCode) => {
      for (const signal of signals) process.off(signal, forward);
      resolve({ exitCode });
    };
    child.once('error', () => finish(127));
    child.once('close', (code, signal) => finish(code ?? 128 + (os.constants.signals[signal] ?? 0)));
  });
}

function isNewEnough(version) {
  const [majorPart = 0, minorPart = 0] = version.split('.').map(Number);
  return majorPart > 22 || (majorPart === 22 && minorPart >= 19);
}

function major(version) {
  return Number(version.split('.')[0]);
}

function readOrNothing(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function ageMs(file) {
  try {
    return Date.now() - fs.statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function isWritable(folder) {
  try {
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
