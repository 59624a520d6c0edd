// An agent that decides by itself which functions to call, and when it is done.
import { gigachat } from '@gigakit/ai-sdk';
import { tool, ToolLoopAgent } from 'ai';
import { z } from 'zod';

const agent = new ToolLoopAgent({
  model: gigachat('GigaChat-2-Max'),
  instructions: 'Ты помощник по покупкам. Цены узнавай у функции.',
  tools: {
    get_price: tool({
      description: 'Узнаёт цену товара в рублях',
      inputSchema: z.object({ product: z.string().describe('Название товара') }),
      execute: async ({ product }) => ({ product, price: product.length * 10 }),
    }),
  },
  onStepEnd: ({ toolCalls }) => {
    for (const { toolName, input } of toolCalls) console.log('->', toolName, input);
  },
});

const { text } = await agent.generate({ prompt: 'Узнай цену товара «чайник».' });
console.log(text);
