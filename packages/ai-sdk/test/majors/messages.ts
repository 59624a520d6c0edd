import type { TextCall } from './major.ts';

/** The call's content as `ai` takes it: a prompt, or messages when there is more to say. */
export function contentOf(call: TextCall): object {
  if (call.image === undefined && call.thenAsk === undefined) return { prompt: call.prompt };
  return { messages: [userMessage(call)] };
}

export function userMessage(call: TextCall): object {
  return {
    role: 'user',
    content: [
      { type: 'text', text: call.prompt },
      ...(call.image === undefined ? [] : [{ type: 'image', image: call.image }]),
    ],
  };
}

/** What all releases call by the same name. */
export function commonOptions(call: TextCall): object {
  const { toolChoice } = call;
  return {
    ...call.settings,
    ...(toolChoice === undefined
      ? {}
      : { toolChoice: typeof toolChoice === 'string' ? toolChoice : { type: 'tool', ...toolChoice } }),
    ...(call.abortSignal === undefined ? {} : { abortSignal: call.abortSignal }),
    ...(call.headers === undefined ? {} : { headers: call.headers }),
    maxRetries: call.maxRetries ?? 0,
    ...(call.providerOptions === undefined ? {} : { providerOptions: { gigachat: call.providerOptions } }),
  };
}
