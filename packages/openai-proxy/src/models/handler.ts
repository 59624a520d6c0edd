import type { Model } from '@gigakit/core';
import type { Exchange } from '../exchange.ts';
import { ProxyError } from '../proxy-error.ts';

const rememberedMs = 5 * 60_000;

/** `GET /models`: what the account may call, and the aliases that stand for it. */
export async function listModels(exchange: Exchange): Promise<Response> {
  return Response.json({ object: 'list', data: await allModels(exchange) });
}

/** `GET /models/:id`. */
export async function retrieveModel(exchange: Exchange): Promise<Response> {
  const id = exchange.params['id'] ?? '';
  const model = (await allModels(exchange)).find((candidate) => candidate.id === id);
  if (model !== undefined) return Response.json(model);
  throw new ProxyError(`The model "${id}" does not exist, or this account may not use it.`, {
    status: 404,
    type: 'not_found_error',
    code: 'model_not_found',
    param: 'model',
  });
}

/** `GET /model/info`, as clients of LiteLLM ask. */
export async function modelInfo(exchange: Exchange): Promise<Response> {
  const models = await allModels(exchange);
  return Response.json({
    data: models.map(({ id, type }) => ({
      model_name: id,
      litellm_params: { model: id },
      model_info: { id, mode: type === 'embedder' ? 'embedding' : 'chat' },
    })),
  });
}

async function allModels(exchange: Exchange) {
  const own = (await knownModels(exchange)).map(fromModel);
  const aliases = [...exchange.config.modelAliases]
    .filter(([alias]) => !own.some(({ id }) => id === alias))
    .map(([alias, actual]) => {
      const model = own.find(({ id }) => id === actual);
      return {
        id: alias,
        object: 'model',
        created: model?.created ?? 0,
        owned_by: model?.owned_by ?? 'salutedevices',
        type: model?.type,
        alias_of: actual,
      };
    });
  return [...own, ...aliases];
}

const fromModel = ({ id, type, ownedBy, raw }: Model) => ({
  id,
  object: 'model',
  created: typeof raw['created'] === 'number' ? raw['created'] : 0,
  owned_by: ownedBy ?? 'salutedevices',
  type,
});

async function knownModels({ account, client, callOptions }: Exchange): Promise<readonly Model[]> {
  if (account.models !== undefined && account.models.expiresAtMs > Date.now()) return account.models.list;
  const list = await client.models.list(callOptions);
  account.models = { list, expiresAtMs: Date.now() + rememberedMs };
  return list;
}
