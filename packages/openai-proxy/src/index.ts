export { createOpenAiProxy } from './create-openai-proxy.ts';
export type { OpenAiProxy, OpenAiProxyOptions, RemoteImages, RequestRecord } from './proxy-options.ts';
export { startOpenAiProxy, type RunningOpenAiProxy, type StartOpenAiProxyOptions } from './node/serve.ts';
export type { SharedState } from './shared-state/shared-state.ts';
export { createRedisState, type RedisStateOptions } from './shared-state/create-redis-state.ts';
