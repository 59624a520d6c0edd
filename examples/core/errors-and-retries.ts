// What fails for a moment is sent again by itself; what cannot work says what to do about it.
import { GigaChat, isNotFoundError } from '@gigakit/core';

let isFirst = true;
await using giga = new GigaChat({
  retry: { maxRetries: 3, initialDelayMs: 50 },
  onEvent: (event) => {
    if (event.type === 'retry') console.log(`attempt ${event.attempt} failed: ${event.error.message}`);
  },
  // A gateway that is busy once.
  fetch: async (input, init) => {
    const isModels = new Request(input, init).url.endsWith('/models');
    if (!isModels || !isFirst) return fetch(input, init);
    isFirst = false;
    return new Response('<html>busy</html>', { status: 503 });
  },
});

const models = await giga.models.list();
console.log(`${models.length} models in the end`);
try {
  await giga.models.retrieve('GigaChat-0');
} catch (error) {
  if (!isNotFoundError(error)) throw error;
  console.log(error.kind, error.status, error.hint, `retryable: ${error.isRetryable}`);
}
