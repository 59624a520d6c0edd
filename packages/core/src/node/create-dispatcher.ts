import { Agent } from 'undici';
import type { EngineSettings } from '../transport/http-engine.ts';
import { createConnector } from './create-connector.ts';
import { warnUnverified } from './warn-unverified.ts';

export interface ClientDispatcher {
  readonly agent: Agent;
  close(): Promise<void>;
}

/** Idle connections are kept this long: between the steps of an agent, and shorter than servers keep them. */
const keepAliveTimeout = 20_000;

/** A pool of the client's own, so that its roots, certificate and proxy are nobody else's. */
export function createDispatcher(settings: EngineSettings): ClientDispatcher {
  if (!settings.tls.verify) warnUnverified();
  const connector = createConnector(settings);
  const agent = new Agent({ connect: connector.connect, keepAliveTimeout, allowH2: false });
  return {
    agent,
    close: async () => {
      await agent.destroy();
      await connector.close();
    },
  };
}
