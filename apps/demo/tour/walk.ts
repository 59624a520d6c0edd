import type { GigaChat } from '@gigakit/core';
import { tellError, type ToldError } from '../server/error-text.ts';
import type { Language } from './language.ts';
import type { Screen } from './screen.ts';
import type { Stop } from './stop.ts';

export interface Walk {
  readonly stops: readonly Stop[];
  readonly client: GigaChat;
  readonly model: string;
  readonly language: Language;
  readonly screen: Screen;
}

// Every further stop would fail in the same way.
const endsTheWalk: ReadonlySet<ToldError['kind']> = new Set(['authentication', 'connection', 'timeout']);

/** Walks the stops one after the other and gives the number of those that failed. */
export async function walk({ stops, client, model, language, screen }: Walk): Promise<number> {
  let failureCount = 0;
  for (const [index, stop] of stops.entries()) {
    screen.stopBegins(stop, index, stops.length);
    const question = stop.question[language];
    const startedAt = performance.now();
    const durationMs = () => Math.round(performance.now() - startedAt);
    try {
      const finding = await stop.run({
        client,
        model,
        language,
        question,
        say: (piece) => screen.say(piece),
      });
      screen.stopEnds(stop, finding, durationMs());
    } catch (error) {
      const told = tellError(error);
      failureCount += 1;
      screen.stopFails(stop, told, durationMs());
      if (endsTheWalk.has(told.kind)) break;
    }
  }
  screen.farewell(failureCount);
  return failureCount;
}
