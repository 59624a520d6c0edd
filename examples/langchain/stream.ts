// An answer as it is made, and what it cost.
import { ChatGigaChat } from '@gigakit/langchain';
import type { AIMessageChunk } from '@langchain/core/messages';
import { concat } from '@langchain/core/utils/stream';

const model = new ChatGigaChat();

let whole: AIMessageChunk | undefined;
for await (const chunk of await model.stream('Напиши стихотворение про зиму')) {
  process.stdout.write(chunk.text);
  whole = whole === undefined ? chunk : concat(whole, chunk);
}

console.log('\nfinish:', whole?.response_metadata['finish_reason']);
console.log('tokens:', whole?.usage_metadata);
