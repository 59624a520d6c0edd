// The same loop as a graph of one's own, with a memory of the thread.
import { ChatGigaChat } from '@gigakit/langchain';
import { tool } from '@langchain/core/tools';
import { MemorySaver, MessagesAnnotation, StateGraph } from '@langchain/langgraph';
import { ToolNode, toolsCondition } from '@langchain/langgraph/prebuilt';
import { z } from 'zod';

const tools = [
  tool(({ city }) => ({ city, temperature: 5, sky: 'снег' }), {
    name: 'get_weather',
    description: 'Погода в городе',
    schema: z.object({ city: z.string().describe('Город') }),
  }),
];
const model = new ChatGigaChat().bindTools(tools);

const graph = new StateGraph(MessagesAnnotation)
  .addNode('model', async ({ messages }) => ({ messages: [await model.invoke(messages)] }))
  .addNode('tools', new ToolNode(tools))
  .addEdge('__start__', 'model')
  .addConditionalEdges('model', toolsCondition)
  .addEdge('tools', 'model')
  .compile({ checkpointer: new MemorySaver() });

const thread = { configurable: { thread_id: '1' } };
const first = await graph.invoke({ messages: 'Какая погода в Москве?' }, thread);
const second = await graph.invoke({ messages: 'А в Казани?' }, thread);
console.log(first.messages.at(-1)?.text);
console.log(second.messages.at(-1)?.text, `(${second.messages.length} messages in the thread)`);
