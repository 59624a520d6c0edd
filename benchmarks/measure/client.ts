import { contenderNames, type CreateContender, type ContenderName } from '../contenders/contender.ts';
import type { Job, Measure } from './job.ts';

const [name, url = ''] = process.argv.slice(2);
const { create } = (await import(`../contenders/${contenderOf(name)}.ts`)) as { create: CreateContender };
const contender = create(url);

process.on('message', (job: Job) => {
  measure(job).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

/** Does the work, so many at once, and reads the clocks of this process alone. */
async function measure({ work, times, atOnce, size, watchesMemory = false }: Job): Promise<Measure> {
  const firstMs: number[] = [];
  const one = async (): Promise<number> => {
    const startedAt = performance.now();
    const onFirst = () => void firstMs.push(performance.now() - startedAt);
    switch (work) {
      case 'stream':
        return contender.stream?.(onFirst) ?? missing(work);
      case 'answer':
        return contender.answer?.() ?? missing(work);
      case 'embed':
        return (
          contender.embed?.(Array.from({ length: size ?? 0 }, (_, index) => `текст ${index}`)) ??
          missing(work)
        );
      case 'download':
        return contender.download?.() ?? missing(work);
      case 'upload':
        return contender.upload?.(size ?? 0) ?? missing(work);
    }
  };
  let left = times;
  let units = 0;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const gained = await one();
      units += gained;
    }
  };
  const stopWatching = watchesMemory ? watchMemory() : () => 0;
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000, wallMs, units, firstMs, grownBytes: stopWatching() };
}

/** What it returns ends the watch and tells how far memory rose. */
function watchMemory(): () => number {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const sampler = setInterval(sample, 20);
  return () => {
    clearInterval(sampler);
    sample();
    return peak - before;
  };
}

function contenderOf(given: string | undefined): ContenderName {
  const found = contenderNames.find((candidate) => candidate === given);
  if (found === undefined) throw new Error(`There is no contender "${given}".`);
  return found;
}

function missing(work: string): never {
  throw new Error(`${name} does not ${work}.`);
}
