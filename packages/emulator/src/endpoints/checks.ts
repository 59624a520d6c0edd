import { jsonAnswer } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import type { ModelType } from '../state/models.ts';
import { findModel } from '../state/models.ts';
import { textOf } from '../text-of.ts';

const common = { method: 'POST', generation: 'v1', access: 'token', body: 'json' } as const;

/** `POST /v1/ai/check`: who wrote a text. Not for individuals; intervals come from the Detection model alone. */
export const checkAuthorship: Route = {
  ...common,
  path: 'ai/check',
  handle(exchange, { body }) {
    const model = corporateModel(exchange, body, 'aicheck');
    const input = isRecord(body) ? textOf(body['input']) : '';
    if (input === '') throw new Refusal(400, 'Bad request: input must be a non-empty string');
    const { category, characters, tokens, aiIntervals } = exchange.world.mind.check(input);
    return jsonAnswer({
      category,
      characters,
      tokens,
      ai_intervals: model === 'GigaCheckDetection' ? aiIntervals : [],
    });
  },
};

/** `POST /v1/filter/check`: whether messages would meet the content filter. */
export const checkFilter: Route = {
  ...common,
  path: 'filter/check',
  handle(exchange, { body }) {
    corporateModel(exchange, body, 'filter');
    const messages =
      isRecord(body) && Array.isArray(body['messages']) ? body['messages'].filter(isRecord) : [];
    const text = messages.map(({ content }) => textOf(content)).join('\n');
    const words = exchange.world.options.blacklist ?? [];
    return jsonAnswer({
      is_profane: words.some((word) => (typeof word === 'string' ? text.includes(word) : word.test(text))),
      usage: { filter_tokens: exchange.world.mind.countTokens(text) },
    });
  },
};

function corporateModel(exchange: Exchange, body: unknown, type: ModelType): string {
  forbidToIndividuals(exchange);
  const model = findModel(exchange.world.profile, isRecord(body) ? textOf(body['model']) : '');
  if (model === undefined || model === 'wrong-version' || model.type !== type)
    throw new Refusal(404, 'No such model');
  return model.id;
}

/** @throws Refusal 403 for a token of an individual: the method is not in the tariff. */
export function forbidToIndividuals({ token, world }: Exchange): void {
  if (token?.scope === 'GIGACHAT_API_PERS' && world.profile !== 'internal')
    throw new Refusal(403, 'Permission denied');
}
