import { expect, test } from 'vitest';
import { pipeline, type HttpResponse, type SendStep } from './send.ts';

test('the first step of a pipeline is the outermost', async () => {
  const seen: string[] = [];
  const step =
    (name: string): SendStep =>
    (next) =>
    async (request) => {
      seen.push(name);
      return next(request);
    };
  const send = pipeline([step('outer'), step('inner')], async () => ({ status: 200 }) as HttpResponse);
  await send({ method: 'GET', url: 'http://localhost/', headers: {}, operation: 'test' });
  expect(seen).toEqual(['outer', 'inner']);
});
