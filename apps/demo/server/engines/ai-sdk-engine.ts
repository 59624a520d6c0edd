import { createGigaChat } from '@gigakit/ai-sdk';
import { convertToModelMessages, isStepCount, streamText, tool, toUIMessageStream } from 'ai';
import { errorText } from '../error-text.ts';
import { instructions } from '../instructions.ts';
import { calculate, calculateInput } from '../tools/calculate.ts';
import { currentTime, currentTimeInput } from '../tools/current-time.ts';
import type { Engine } from './engine.ts';

/** The answer through the AI SDK: `streamText`, its own tool loop, its own UI stream. */
export const aiSdkEngine: Engine = async ({ client, model, api, reasoning, messages, signal }) => {
  const gigachat = createGigaChat({ client });
  const tools = {
    calculate: tool({ ...calculate, inputSchema: calculateInput, execute: calculate.run }),
    currentTime: tool({ ...currentTime, inputSchema: currentTimeInput, execute: currentTime.run }),
    drawing: gigachat.tools.imageGeneration(),
    ...(api === 'v2' && { webSearch: gigachat.tools.webSearch() }),
  };
  const result = streamText({
    model: gigachat(model),
    instructions,
    messages: await convertToModelMessages(messages, { tools }),
    tools,
    ...(reasoning && { providerOptions: { gigachat: { reasoningEffort: 'medium' } } }),
    stopWhen: isStepCount(5),
    abortSignal: signal,
    // What goes wrong is told on the page.
    onError: () => {},
  });
  return toUIMessageStream({
    stream: result.stream,
    sendSources: true,
    messageMetadata: ({ part }) => (part.type === 'finish' ? part.totalUsage : undefined),
    onError: errorText,
  });
};
