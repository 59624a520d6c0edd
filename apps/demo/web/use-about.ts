import { useEffect, useState } from 'react';

/** What the server says of itself. */
export interface About {
  readonly backend: 'emulator' | 'gigachat';
  readonly models: readonly string[];
  readonly error?: string;
}

/** Asked once, when the page opens; undefined until the server has answered. */
export function useAbout(): About | undefined {
  const [about, setAbout] = useState<About>();
  useEffect(() => {
    const leaving = new AbortController();
    fetch('/api/about', { signal: leaving.signal })
      .then((response) => response.json())
      .then(setAbout, () => {});
    return () => leaving.abort();
  }, []);
  return about;
}
