// On SIGTERM a service stops its streams with a reason of its own, says what it has, and lets go of its connections.
import { GigaChat } from '@gigakit/core';

const giga = new GigaChat();
const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort(new Error('the service is shutting down')));

let text = '';
try {
  const stream = await giga.chat.stream(
    { messages: [{ role: 'user', content: 'Напиши длинное стихотворение про зиму' }] },
    { signal: stopping.signal },
  );
  for await (const piece of stream.textStream) {
    if (text === '') process.kill(process.pid, 'SIGTERM'); // as an orchestrator would
    text += piece;
    await new Promise((resolve) => setTimeout(resolve, 20)); // the reader is slow
    stopping.signal.throwIfAborted();
  }
} catch (error) {
  if (!stopping.signal.aborted) throw error;
  console.log(`after ${text.length} characters:`, String(error));
} finally {
  await giga.close();
}
