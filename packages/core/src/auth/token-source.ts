/** What the API takes as a bearer. */
export interface AccessToken {
  readonly value: string;
  /** Undefined for a token of unknown age. */
  readonly expiresAtMs: number | undefined;
}

/** Where requests get their bearer from. */
export interface TokenSource {
  /** A token that should work now. The signal frees the caller; a fetch that others wait for goes on. */
  get(signal: AbortSignal | undefined): Promise<string>;
  /**
   * Another token after the API refused this one, or undefined when there is no other to be had.
   * Calls with the same refused token share one renewal.
   */
  renew(refused: string, signal: AbortSignal | undefined): Promise<string | undefined>;
  /** Told of a token that the API took: if it is refused later, a renewal may well cure that. */
  accepted(token: string): void;
}
