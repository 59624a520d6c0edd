let hasWarned = false;

/** Once a process, in the runtime's own way, so that `--no-warnings` and `--trace-warnings` work. */
export function warnUnverified(): void {
  if (hasWarned) return;
  hasWarned = true;
  process.emitWarning(
    'GigaChat: TLS verification is off (tls.verify: false or GIGACHAT_VERIFY_SSL_CERTS). Anyone on the way can read ' +
      'the key and the answers. It is not needed: the Russian Trusted Root CA is trusted for GigaChat hosts by itself.',
    { type: 'SecurityWarning', code: 'GIGAKIT_TLS_UNVERIFIED' },
  );
}
