import { Refusal } from '../refusal.ts';

const allowed = /^[A-Za-z_.-][A-Za-z0-9_.-]*$/;

/** @throws Refusal 422 that lists the names with other letters than the API takes. */
export function checkFunctionNames(names: readonly string[]): void {
  const wrong = names.filter((name) => !allowed.test(name));
  if (wrong.length === 0) return;
  throw new Refusal(
    422,
    `Invalid params: Invalid function names. Only Latin letters (A-Z or a-z), underscore (_), hyphen (-), dot (.) and digits (not leading) are allowed.: [${wrong.join(' ')}]`,
  );
}
