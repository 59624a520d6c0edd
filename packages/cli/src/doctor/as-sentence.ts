/** A hint of the client, written to stand in brackets, as a sentence of its own. */
export function asSentence(hint: string): string {
  const text = hint.charAt(0).toUpperCase() + hint.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
