/** Something the caller set that cannot be done as asked. Every major has its own shape for it. */
export interface CallWarning {
  readonly type: 'unsupported' | 'compatibility';
  /** The call option it is about, as the newest major names it: `topK`, `tools[2]`, `providerOptions.gigachat.flags`. */
  readonly feature: string;
  readonly details: string;
}
