import { useEffect, useState } from 'react';
import type { ToldError } from '../server/error-text.ts';
import { readToldError } from './errors/read-told-error.ts';

/** What the server says of itself. */
export interface About {
  readonly backend?: 'emulator' | 'gigachat';
  readonly models: readonly string[];
  readonly error?: ToldError;
}

/** Asked once, when the page opens; undefined until the server has answered. */
export function useAbout(): About | undefined {
  const [about, setAbout] = useState<About>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/api/about', { signal: leaving.signal })
      .then((response) => response.json())
      .then(setAbout, (error: unknown) => {
        if (!leaving.signal.aborted) setAbout({ models: [], error: readToldError(String(error)) });
      });
    return () => leaving.abort();
  }, []);
  return about;
}
