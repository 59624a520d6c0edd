// What a chat page receives: the route of a server, and a client that reads it.
import { gigachat } from '@gigakit/ai-sdk';
import {
  convertToModelMessages,
  createUIMessageStreamResponse,
  streamText,
  toUIMessageStream,
  type UIMessage,
} from 'ai';

/** As in `app/api/chat/route.ts` of a Next.js application; `useChat` is the client. */
async function POST(request: Request): Promise<Response> {
  const { messages } = (await request.json()) as { messages: UIMessage[] };
  const { stream } = streamText({
    model: gigachat('GigaChat-2-Pro'),
    messages: await convertToModelMessages(messages),
  });
  return createUIMessageStreamResponse({ stream: toUIMessageStream({ stream, sendSources: true }) });
}

const question: UIMessage = { id: '1', role: 'user', parts: [{ type: 'text', text: 'Посчитай от 1 до 5' }] };
const body = JSON.stringify({ messages: [question] });
const response = await POST(new Request('http://localhost/api/chat', { method: 'POST', body }));

console.log(response.status, response.headers.get('content-type'));
console.log(await response.text());
