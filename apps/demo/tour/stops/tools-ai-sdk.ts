import { createGigaChat } from '@gigakit/ai-sdk';
import { generateText, isStepCount, tool } from 'ai';
import { calculate, calculateInput } from '../../server/tools/calculate.ts';
import type { Stop } from '../stop.ts';
import { toolQuestion, toolTitle } from '../texts/tool-question.ts';

/** A function of ours, called between two steps of `generateText`. */
export const toolsAiSdk: Stop = {
  topic: 'tools',
  adapter: 'AI SDK',
  title: toolTitle,
  question: toolQuestion,
  run: async ({ client, model, question }) => {
    const gigachat = createGigaChat({ client });
    const { text, steps, usage } = await generateText({
      model: gigachat(model),
      tools: { calculate: tool({ ...calculate, inputSchema: calculateInput, execute: calculate.run }) },
      stopWhen: isStepCount(3),
      prompt: question,
    });
    const calls = steps
      .flatMap((step) => step.toolResults)
      .map(({ toolName, input, output }) => ({ name: toolName, input, output }));
    const { inputTokens, outputTokens } = usage;
    return { text, usage: { inputTokens, outputTokens }, found: { type: 'tool-calls', calls } };
  },
};
