export { downloadTo, type DownloadedFile, type DownloadTarget, type FileDownloader } from './download-to.ts';
export { createEngine } from './undici-engine.ts';
