import { jsonAnswer } from '../answer.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import type { ServedModel } from '../state/models.ts';
import { findModel, modelsOf } from '../state/models.ts';

const common = { method: 'GET', generation: 'v1', access: 'token', body: 'none' } as const;

export const listModels: Route = {
  ...common,
  path: 'models',
  handle: ({ world }) =>
    jsonAnswer({
      object: 'list',
      data: modelsOf[world.profile].filter(({ isHidden }) => !isHidden).map(modelJson),
    }),
};

export const retrieveModel: Route = {
  ...common,
  path: 'models/:id',
  handle({ world }, { params }) {
    const model = findModel(world.profile, params['id'] ?? '');
    if (model === 'wrong-version') throw new Refusal(400, 'Invalid model version');
    if (model === undefined) throw new Refusal(404, 'No such model');
    return jsonAnswer(modelJson(model));
  },
};

function modelJson({ id, type }: ServedModel): unknown {
  return { id, object: 'model', owned_by: 'salutedevices', type };
}
