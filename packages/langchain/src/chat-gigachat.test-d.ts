import type { GigaChat } from '@gigakit/core';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import type { Runnable } from '@langchain/core/runnables';
import { tool } from '@langchain/core/tools';
import { type } from 'arktype';
import { expectTypeOf } from 'vitest';
import { z } from 'zod';
import {
  ChatGigaChat,
  GigaChatEmbeddings,
  GigaChatImageTool,
  type ChatGigaChatCallOptions,
} from './index.ts';

// Promises about types; the compiler is the test runner.

const model = new ChatGigaChat();

expectTypeOf(ChatGigaChat).toBeConstructibleWith();
expectTypeOf(ChatGigaChat).toBeConstructibleWith('GigaChat-2-Pro');
expectTypeOf(ChatGigaChat).toBeConstructibleWith('GigaChat-2-Pro', { temperature: 0.5 });
expectTypeOf(ChatGigaChat).toBeConstructibleWith({ model: 'GigaChat-2-Pro', maxRetries: 1, streaming: true });
// @ts-expect-error a temperature is a number
expectTypeOf(ChatGigaChat).toBeConstructibleWith({ temperature: 'hot' });

expectTypeOf(model.invoke('Привет')).resolves.toEqualTypeOf<AIMessageChunk>();
expectTypeOf(model.client).toEqualTypeOf<GigaChat>();

// bindTools: the shapes it takes, and the model it gives.
const weather = tool(({ city }) => city, {
  name: 'weather',
  description: 'Погода',
  schema: z.object({ city: z.string() }),
});
const bound = model.bindTools(
  [
    weather,
    { name: 'now', description: 'The time', schema: z.object({}) },
    { type: 'function', function: { name: 'add', parameters: { type: 'object' } } },
    { type: 'web-search' },
  ],
  { tool_choice: 'any', temperature: 0.5 },
);
expectTypeOf(bound).toEqualTypeOf<
  Runnable<BaseLanguageModelInput, AIMessageChunk, ChatGigaChatCallOptions>
>();
expectTypeOf(bound.invoke('Привет')).resolves.toEqualTypeOf<AIMessageChunk>();
// @ts-expect-error call options are checked
model.bindTools([weather], { temperature: 'hot' });

// withStructuredOutput: the object's type comes from the schema.
interface Weather {
  city: string;
  temperature?: number | undefined;
}

const zod = z.object({ city: z.string(), temperature: z.number().optional() });
expectTypeOf(model.withStructuredOutput(zod).invoke('Погода?')).resolves.toEqualTypeOf<Weather>();
expectTypeOf(
  model.withStructuredOutput(zod, { includeRaw: true, strict: true, name: 'weather' }).invoke('Погода?'),
).resolves.toEqualTypeOf<{ raw: BaseMessage; parsed: Weather }>();
expectTypeOf(
  model.withStructuredOutput(zod, { includeRaw: false }).invoke('Погода?'),
).resolves.toEqualTypeOf<Weather>();

const standard = type({ city: 'string' });
expectTypeOf(model.withStructuredOutput(standard).invoke('Погода?')).resolves.toEqualTypeOf<{
  city: string;
}>();

const json = { type: 'object', properties: { city: { type: 'string' } } };
expectTypeOf(model.withStructuredOutput(json).invoke('Погода?')).resolves.toEqualTypeOf<
  Record<string, unknown>
>();
expectTypeOf(model.withStructuredOutput<Weather>(json).invoke('Погода?')).resolves.toEqualTypeOf<Weather>();

// pipe: what goes in and out of a chain is known.
const prompt = ChatPromptTemplate.fromTemplate<{ topic: string }>('Расскажи о {topic}');
const chain = prompt.pipe(model).pipe(new StringOutputParser());
expectTypeOf(chain.invoke({ topic: 'сыр' })).resolves.toEqualTypeOf<string>();
// @ts-expect-error the prompt wants a topic
void chain.invoke({ subject: 'сыр' });
expectTypeOf(
  prompt.pipe(model.withStructuredOutput(zod)).invoke({ topic: 'сыр' }),
).resolves.toEqualTypeOf<Weather>();

expectTypeOf(new GigaChatEmbeddings().embedDocuments(['раз'])).resolves.toEqualTypeOf<number[][]>();
expectTypeOf(new GigaChatEmbeddings().dimensions).toEqualTypeOf<number | undefined>();
expectTypeOf(new GigaChatImageTool().name).toEqualTypeOf<string>();
