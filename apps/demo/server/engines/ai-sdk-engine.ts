import { createGigaChat } from '@gigakit/ai-sdk';
import { convertToModelMessages, isStepCount, streamText, tool, toUIMessageStream } from 'ai';
import { errorText } from '../error-text.ts';
import { instructions } from '../instructions.ts';
import { calculate, calculateInput } from '../tools/calculate.ts';
import { currentTime, currentTimeInput } from '../tools/current-time.ts';
import type { Engine } from './engine.ts';

/** The answer through the AI SDK: `streamText`, its own tool loop, its own UI stream. */
export const aiSdkEngine: Engine = async ({ client, model, messages, signal }) => {
  const gigachat = createGigaChat({ client });
  const result = streamText({
    model: gigachat(model),
    instructions,
    messages: await convertToModelMessages(messages),
    tools: {
      calculate: tool({ ...calculate, inputSchema: calculateInput, execute: calculate.run }),
      currentTime: tool({ ...currentTime, inputSchema: currentTimeInput, execute: currentTime.run }),
    },
    stopWhen: isStepCount(5),
    abortSignal: signal,
  });
  return toUIMessageStream({ stream: result.stream, onError: errorText });
};
