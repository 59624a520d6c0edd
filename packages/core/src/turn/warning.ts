/** Something that was asked for and could not be done as asked. The answer is still good. */
export interface Warning {
  readonly type: 'unsupported' | 'changed';
  /** The field it is about, as a path in the request: `stop`, `tools[1].parameters`. */
  readonly field: string;
  /** One sentence: what happened instead, and why. */
  readonly message: string;
}
