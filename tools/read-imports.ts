import { parseSync } from 'rolldown/utils';

export type Import = {
  specifier: string;
  line: number;
  /** `import type`: gone when the program runs. */
  isTypeOnly: boolean;
};

/** Every import, re-export and literal `import()` of one module, in the order they stand. */
export function readImports(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} cannot be parsed: ${error.message}`);

  const found: { specifier: string; start: number; isTypeOnly: boolean }[] = [];
  for (const { moduleRequest, entries, start } of module.staticImports) {
    // An import without names is there for its effects.
    const isTypeOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    found.push({ specifier: moduleRequest.value, start, isTypeOnly });
  }
  for (const { entries, start } of module.staticExports) {
    const [entry] = entries;
    if (entry?.moduleRequest == null) continue;
    found.push({
      specifier: entry.moduleRequest.value,
      start,
      isTypeOnly: entries.every(({ isType }) => isType),
    });
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = source.slice(moduleRequest.start, moduleRequest.end).match(/^(['"`])([^'"`$]*)\1$/)?.[2];
    if (literal !== undefined) found.push({ specifier: literal, start, isTypeOnly: false });
  }
  return found
    .toSorted((a, b) => a.start - b.start)
    .map(({ specifier, start, isTypeOnly }) => ({
      specifier,
      line: source.slice(0, start).split('\n').length,
      isTypeOnly,
    }));
}
