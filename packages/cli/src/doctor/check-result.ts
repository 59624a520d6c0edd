export type CheckName =
  | 'environment'
  | 'proxy'
  | 'dns'
  | 'tcp'
  | 'tls'
  | 'clock'
  | 'sign-in'
  | 'models'
  | 'balance';

/** What is wrong, in one word that scripts may rely on. */
export type Cause =
  | 'no-key'
  | 'key-encoded-twice'
  | 'bad-key'
  | 'bad-setting'
  | 'unknown-variable'
  | 'verification-off'
  | 'plain-http'
  | 'proxy-down'
  | 'proxy-refused'
  | 'dns'
  | 'unreachable'
  | 'unknown-ca'
  | 'tls'
  | 'clock-skew'
  | 'no-http-answer'
  | 'wrong-scope'
  | 'unknown-key'
  | 'expired-token'
  | 'refused-token'
  | 'sign-in'
  | 'wrong-host-for-model'
  | 'unknown-model'
  | 'models'
  | 'empty-balance'
  | 'balance';

/** How one step went, told apart by `status`. */
export type Verdict =
  | { readonly status: 'ok' | 'skip'; readonly message: string }
  | {
      readonly status: 'warn' | 'fail';
      readonly message: string;
      readonly cause: Cause;
      /** What to do, in one sentence. */
      readonly fix: string;
    };

/** A verdict with the step it belongs to. */
export type CheckResult = Verdict & {
  readonly check: CheckName;
  /** The host it is about, where there are several. */
  readonly target?: string;
};

export const ok = (message: string): Verdict => ({ status: 'ok', message });
export const skip = (message: string): Verdict => ({ status: 'skip', message });
export const warning = (cause: Cause, message: string, fix: string): Verdict => ({
  status: 'warn',
  message,
  cause,
  fix,
});
export const failure = (cause: Cause, message: string, fix: string): Verdict => ({
  status: 'fail',
  message,
  cause,
  fix,
});
