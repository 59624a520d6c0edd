import { startOpenAiProxy } from '@gigakit/openai-proxy';
import { createRedisState } from '@gigakit/openai-proxy';

// A replica in a process of its own, so that it can be killed. Settings come from the environment.
const { REDIS_URL = '', LEASE_MS = '1500' } = process.env;
const running = await startOpenAiProxy({
  port: 0,
  sharedState: await createRedisState({ url: REDIS_URL, leaseMs: Number(LEASE_MS) }),
});
process.stdout.write(`${running.baseUrl}\n`);
