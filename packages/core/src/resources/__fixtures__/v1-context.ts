import { v1Dialect } from '../../wire/v1/v1-dialect.ts';
import type { ClientContext } from '../client-context.ts';
import { ScriptedContext, type Script } from './scripted-context.ts';

/** A scripted context that speaks v1, for the resources that go through chat. */
export function v1Context(script: Script): { readonly context: ClientContext; readonly scripted: ScriptedContext } {
  const scripted = new ScriptedContext(script);
  const context: ClientContext = {
    defaults: scripted.defaults,
    maxConcurrency: scripted.maxConcurrency,
    dialect: v1Dialect,
    request: (call, options) => scripted.request(call, options),
    requestJson: (call, options) => scripted.requestJson(call, options),
    emit: () => {},
    resolveAttachments: async (request) => ({ request, warnings: [] }),
    invalidateAttachments: () => false,
  };
  return { context, scripted };
}
