export { downloadTo, type DownloadedFile, type DownloadTarget, type FileDownloader } from './download-to.ts';
export { goesThroughProxy, inspectHost, type HostInspection } from './inspect-host.ts';
export type { PresentedCertificate } from './presented-chain.ts';
export { createEngine } from './undici-engine.ts';
export { resolveSettings } from '../resolve-settings.ts';
export type { Credential, ProxyRoute, ResolvedSettings, ResolvedTls } from '../resolved-settings.ts';
