import type { GigaChatSettings } from '@gigakit/core';

/** A client that is not held back: signed in, and with room for every request at once. */
export const settingsFor = (
  url: string,
  maxConcurrency = url.includes('embeddings') ? 4 : 1_000,
): GigaChatSettings => ({
  baseUrl: `${url}/v1`,
  accessToken: 'bench',
  maxConcurrency,
});
