import { createEngine, type ResolvedSettings } from '@gigakit/core/node';

const longestWaitMs = 15_000;

/** What a server's clock says, and this machine's at the middle of the question. */
export interface ClockReading {
  /** The `Date` header. */
  readonly serverDate: string | undefined;
  readonly localMs: number;
}

/** Asks the API without a token: the refusal carries the time as well as an answer would. */
export async function probeClock(settings: ResolvedSettings): Promise<ClockReading> {
  const engine = createEngine(settings);
  try {
    const startedMs = Date.now();
    const response = await engine.send({
      operation: 'models.list',
      method: 'GET',
      url: `${settings.baseUrl}/models`,
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(longestWaitMs),
    });
    const localMs = (startedMs + Date.now()) / 2;
    await response.discard();
    return { serverDate: response.headers['date'], localMs };
  } finally {
    await engine.close();
  }
}
