import { toBaseMessages, toUIMessageStream } from '@ai-sdk/langchain';
import { ChatGigaChat } from '@gigakit/langchain';
import { createAgent, tool } from 'langchain';
import { instructions } from '../instructions.ts';
import { calculate, calculateInput } from '../tools/calculate.ts';
import { currentTime, currentTimeInput } from '../tools/current-time.ts';
import type { Engine } from './engine.ts';

/** The answer through LangChain: `createAgent` over `ChatGigaChat`, its graph stream turned into a UI stream. */
export const langchainEngine: Engine = async ({ client, model, messages, signal }) => {
  const agent = createAgent({
    model: new ChatGigaChat({ client, model }),
    systemPrompt: instructions,
    tools: [
      tool(calculate.run, { name: 'calculate', description: calculate.description, schema: calculateInput }),
      tool(currentTime.run, {
        name: 'currentTime',
        description: currentTime.description,
        schema: currentTimeInput,
      }),
    ],
  });
  const stream = await agent.stream(
    { messages: await toBaseMessages([...messages]) },
    { streamMode: ['values', 'messages'], signal },
  );
  return toUIMessageStream(stream);
};
