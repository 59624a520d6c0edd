import type { Exchange } from './exchange.ts';

export interface RequestedModel {
  /** What the answer says its model is. */
  readonly requested: string;
  /** What GigaChat is asked for; `undefined` leaves it to the client's setting. */
  readonly actual: string | undefined;
}

/** Aliases stand for models; any other name goes on as it is. */
export function resolveModel(
  { config, client, record }: Exchange,
  asked: string | null | undefined,
  fallback?: string,
): RequestedModel {
  if (asked === null || asked === undefined || asked === '') {
    const model = { requested: fallback ?? client.model, actual: fallback };
    record.model = model.requested;
    return model;
  }
  record.model = asked.slice(0, 100);
  return { requested: asked, actual: config.modelAliases.get(asked) ?? asked };
}
