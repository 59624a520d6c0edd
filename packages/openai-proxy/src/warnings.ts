import type { Warning } from '@gigakit/core';

/** What was asked and not done as asked, told in the header `x-gigakit-warning`. */
const warningHeader = 'x-gigakit-warning';

/** Long lists are cut: some servers in front refuse large headers. */
const longest = 1_500;

/** One header for all of them. Header values are ASCII, so other letters are percent-encoded. */
export function addWarnings(headers: Headers, warnings: readonly Pick<Warning, 'field' | 'message'>[]): void {
  if (warnings.length === 0) return;
  const texts = warnings.map(({ field, message }) => ascii(`${field}: ${message}`));
  const before = headers.get(warningHeader);
  const all = [...(before === null ? [] : [before]), ...texts].join('; ');
  headers.set(warningHeader, all.length > longest ? `${all.slice(0, longest)}...` : all);
}

const ascii = (text: string): string =>
  text.replaceAll(/[^\x20-\x7e]+/g, (part) => encodeURIComponent(part.toWellFormed()));
