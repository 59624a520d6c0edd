// An agent that draws: the model sees a file id, the program gets the bytes.
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChatGigaChat, GigaChatImageTool, type GigaChatImage } from '@gigakit/langchain';
import { ToolMessage, createAgent } from 'langchain';

const model = new ChatGigaChat();
const agent = createAgent({
  model,
  tools: [new GigaChatImageTool({ client: model.client })],
  systemPrompt: 'Когда просят картинку, вызови draw_image.',
});

const { messages } = await agent.invoke({
  messages: [{ role: 'user', content: 'Нарисуй кота в лодке (draw_image)' }],
});
for (const message of messages) {
  if (!ToolMessage.isInstance(message)) continue;
  const image = message.artifact as GigaChatImage | undefined;
  if (image === undefined) continue;
  const path = join(tmpdir(), `${image.fileId}.jpg`);
  await writeFile(path, image.data);
  console.log(`${image.mediaType}, ${image.data.length} bytes: ${path}`);
}
console.log(messages.at(-1)?.text);
