import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { contenderNames } from './contenders/contender.ts';
import { startClient } from './measure/start-client.ts';
import { topCosts, type CpuProfile } from './report/top-costs.ts';
import { startServer } from './server/start-server.ts';

/**
 * `node profile.ts core`: where the CPU of streamed answers goes, by function; `node profile.ts core 3000 20`: 3000 of 20 events;
 * `node profile.ts core 40000 whole`: whole answers, 64 at once.
 */
const [given = 'core', count = '200', events = '2000'] = process.argv.slice(2);
const isWhole = events === 'whole';
const name = contenderNames.find((candidate) => candidate === given);
if (name === undefined)
  throw new Error(`There is no contender "${given}"; there are ${contenderNames.join(', ')}.`);

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
const server = await startServer();
const client = await startClient(name, server.url(isWhole ? 'answer' : `events-${events}`), [
  '--cpu-prof',
  `--cpu-prof-dir=${folder}`,
]);
await client.run(
  isWhole
    ? { work: 'answer', atOnce: 64, times: Number(count) }
    : { work: 'stream', atOnce: 1, times: Number(count) },
);
client.stop();
server.stop();
while (readdirSync(folder).length === 0) await setTimeout(50);
await setTimeout(500);
const [file = ''] = readdirSync(folder);
console.log(topCosts(JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile, 25));
rmSync(folder, { recursive: true });
