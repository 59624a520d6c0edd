import { toBaseMessages } from '@ai-sdk/langchain';
import { ChatGigaChat } from '@gigakit/langchain';
import { createAgent, tool } from 'langchain';
import { fromLangChainStream } from '../answer/from-langchain-stream.ts';
import { instructions } from '../instructions.ts';
import { calculate, calculateInput } from '../tools/calculate.ts';
import { currentTime, currentTimeInput } from '../tools/current-time.ts';
import type { Engine } from './engine.ts';

/** The answer through LangChain: `createAgent` over `ChatGigaChat`, its graph stream turned into a UI stream. */
export const langchainEngine: Engine = async ({ client, model, api, reasoning, messages, signal }) => {
  const agent = createAgent({
    model: new ChatGigaChat({ client, model, ...(reasoning && { reasoningEffort: 'medium' }) }),
    systemPrompt: instructions,
    tools: [
      tool(calculate.run, { ...calculate, name: 'calculate', schema: calculateInput }),
      tool(currentTime.run, { ...currentTime, name: 'currentTime', schema: currentTimeInput }),
      { type: 'image-generation' },
      ...(api === 'v2' ? [{ type: 'web-search' }] : []),
    ],
  });
  const stream = await agent.stream(
    { messages: await toBaseMessages([...messages]) },
    { streamMode: ['values', 'messages'], signal },
  );
  return fromLangChainStream({ stream, client, signal });
};
