import type { ImageResult } from '@gigakit/core';
import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import { baseUrlOf } from '../from-generated-file.ts';
import { ignoredFields } from '../ignored-fields.ts';
import { noteAnswer } from '../note-answer.ts';
import { parseRequest } from '../parse-request.ts';
import { readJsonBody } from '../read-body.ts';
import { resolveModel } from '../resolve-model.ts';
import { addWarnings } from '../warnings.ts';

const imageRequest = z.looseObject({
  prompt: z.string().min(1),
  model: z.string().nullish(),
  n: z.int().min(1).max(4).nullish(),
  response_format: z.enum(['b64_json', 'url']).nullish(),
  /** `vivid` and `natural` are OpenAI's; any other text tells the model who draws. */
  style: z.string().nullish(),
});

const known: ReadonlySet<string> = new Set(Object.keys(imageRequest.shape));

/** `POST /images/generations`. */
export async function handleImageGeneration(exchange: Exchange): Promise<Response> {
  const { client, callOptions, config } = exchange;
  const body = parseRequest(imageRequest, await readJsonBody(exchange.request, config.maxBodyBytes));
  addWarnings(exchange.headers, ignoredFields(body, known));
  const model = resolveModel(exchange, body.model);
  const style = body.style === 'vivid' || body.style === 'natural' ? undefined : (body.style ?? undefined);
  const images: ImageResult[] = [];
  // One after the other: drawing is slow, and an account with one place would queue them anyway.
  for (let index = 0; index < (body.n ?? 1); index += 1) {
    images.push(
      await client.images.generate({ prompt: body.prompt, model: model.actual, style }, callOptions),
    );
  }
  const sum = (pick: (image: ImageResult) => number | undefined) =>
    images.reduce((total, image) => total + (pick(image) ?? 0), 0);
  const input = sum(({ usage }) => usage.inputTokens);
  const output = sum(({ usage }) => usage.outputTokens);
  noteAnswer(exchange, {
    answeredBy: images[0]?.model,
    usage: { prompt_tokens: input, completion_tokens: output },
  });
  return Response.json({
    created: Math.floor(Date.now() / 1_000),
    data: images.map(({ data, fileId, text }) => {
      const said = text === '' ? undefined : text;
      return body.response_format === 'url'
        ? {
            url: `${baseUrlOf(exchange.request)}/files/${encodeURIComponent(fileId)}/content`,
            revised_prompt: said,
          }
        : { b64_json: Buffer.from(data).toString('base64'), revised_prompt: said };
    }),
    usage: {
      input_tokens: input,
      output_tokens: output,
      total_tokens: input + output,
      input_tokens_details: { text_tokens: input, image_tokens: 0 },
    },
  });
}
