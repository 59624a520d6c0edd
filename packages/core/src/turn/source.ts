/** A page that a built-in tool read for the answer. */
export interface Source {
  /** The number the text refers to it by, as in `[sources=[2]]`. */
  readonly id: string;
  readonly url: string;
  readonly title?: string;
}
