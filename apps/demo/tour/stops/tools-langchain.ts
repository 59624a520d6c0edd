import { ChatGigaChat } from '@gigakit/langchain';
import { AIMessage, createAgent, tool, ToolMessage } from 'langchain';
import { calculate, calculateInput } from '../../server/tools/calculate.ts';
import { fromUsageMetadata } from '../from-usage-metadata.ts';
import type { Stop } from '../stop.ts';
import { toolQuestion, toolTitle } from '../texts/tool-question.ts';

/** The same function in the hands of `createAgent`. */
export const toolsLangChain: Stop = {
  topic: 'tools',
  adapter: 'LangChain',
  title: toolTitle,
  question: toolQuestion,
  run: async ({ client, model, question }) => {
    const agent = createAgent({
      model: new ChatGigaChat({ client, model }),
      tools: [tool(calculate.run, { ...calculate, name: 'calculate', schema: calculateInput })],
    });
    const { messages } = await agent.invoke({ messages: [{ role: 'user', content: question }] });
    const outputs = new Map(
      messages
        .filter((message) => ToolMessage.isInstance(message))
        .map((message) => [message.tool_call_id, readOutput(message.text)]),
    );
    const calls = messages
      .filter((message) => AIMessage.isInstance(message))
      .flatMap((message) => message.tool_calls ?? [])
      .map(({ id = '', name, args }) => ({ name, input: args, output: outputs.get(id) }));
    return {
      text: messages.at(-1)?.text ?? '',
      usage: fromUsageMetadata(messages),
      found: { type: 'tool-calls', calls },
    };
  },
};

// LangChain hands an object to the model as JSON, and a failure as plain words.
function readOutput(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
