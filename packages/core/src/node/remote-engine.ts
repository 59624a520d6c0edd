import type { OpenRemoteEngine } from '../attachments/remote-engine.ts';
import { openPinnedRemoteEngine } from './pinned-remote-engine.ts';

export const openRemoteEngine: OpenRemoteEngine = (isAllowedAddress) =>
  openPinnedRemoteEngine(isAllowedAddress);
