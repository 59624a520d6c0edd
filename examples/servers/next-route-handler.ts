// A Next.js route handler: everything down to the line is `app/api/chat/route.ts`.
import { gigachat } from '@gigakit/ai-sdk';
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from 'ai';

export const maxDuration = 60;

export async function POST(request: Request): Promise<Response> {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const { stream } = streamText({
    model: gigachat('GigaChat-2-Pro'),
    messages: await convertToModelMessages(messages),
    abortSignal: request.signal, // a reader who leaves costs no more tokens
  });
  return createUIMessageStreamResponse({ stream: toUIMessageStream({ stream }) });
}

// The line. A call as `useChat` makes it, so that this file can be run.
const question: UIMessage = { id: '1', role: 'user', parts: [{ type: 'text', text: 'Посчитай от 1 до 5' }] };
const body = JSON.stringify({ messages: [question] });
const response = await POST(new Request('http://localhost/api/chat', { method: 'POST', body }));
console.log(response.status, response.headers.get('content-type'));
console.log(await response.text());
