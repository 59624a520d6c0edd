/** What the server remembers of prompts: the longest beginning seen in the same session within half a minute. */
export interface PrefixCache {
  /** The part of the prompt that is in the cache; the prompt itself is remembered. */
  reuse(session: string, model: string, prompt: string): string;
}

const lifetimeMs = 30_000;
const maxSessions = 500;
const maxPromptCharacters = 100_000;

export function createPrefixCache(now: () => number): PrefixCache {
  const sessions = new Map<string, { prompt: string; usedAtMs: number }>();
  return {
    reuse(session, model, prompt) {
      const key = `${session} ${model}`;
      const known = sessions.get(key);
      const prefix =
        known !== undefined && known.usedAtMs > now() - lifetimeMs ? commonPrefix(known.prompt, prompt) : '';
      sessions.delete(key);
      sessions.set(key, { prompt: prompt.slice(0, maxPromptCharacters), usedAtMs: now() });
      if (sessions.size > maxSessions) {
        const oldest = sessions.keys().next();
        if (!oldest.done) sessions.delete(oldest.value);
      }
      return prefix;
    },
  };
}

function commonPrefix(first: string, second: string): string {
  const length = Math.min(first.length, second.length);
  let at = 0;
  while (at < length && first[at] === second[at]) at += 1;
  return first.slice(0, at);
}
