import { Agent } from 'undici';
import type { EngineSettings } from '../transport/http-engine.ts';

/** A pool of the client's own. */
export const createDispatcher = (_settings: EngineSettings): Agent => new Agent({ allowH2: false });
