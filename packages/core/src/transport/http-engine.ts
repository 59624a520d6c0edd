import type { ResolvedSettings } from '../resolved-settings.ts';
import type { Send } from './send.ts';

/** What puts requests on the network. */
export interface HttpEngine {
  readonly send: Send;
  /** Lets go of pooled connections. Calls still in flight are cut. */
  close(): Promise<void>;
}

/** Where a client connects to and how; both engines are made from the same words. */
export type EngineSettings = Pick<
  ResolvedSettings,
  'baseUrl' | 'baseUrlV2' | 'authUrl' | 'tls' | 'proxy' | 'fetch' | 'maxConcurrency'
>;

export type CreateEngine = (settings: EngineSettings) => HttpEngine;
