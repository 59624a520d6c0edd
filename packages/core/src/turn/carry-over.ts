/** Ids the server gave that a following request may hand back. */
export interface CarryOver {
  readonly threadId?: string;
  readonly messageId?: string;
  readonly toolStateId?: string;
}
