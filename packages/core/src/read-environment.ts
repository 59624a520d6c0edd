/** Environment variables by name; empty ones count as absent. */
export type Environment = (name: string) => string | undefined;

/** Reads the environment where there is one: `process` is undeclared on some runtimes, and Deno may refuse. */
export const readEnvironment: Environment = (name) => {
  const host: { readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> } } =
    globalThis;
  try {
    const value = host.process?.env?.[name]?.trim();
    return value === '' ? undefined : value;
  } catch {
    return undefined;
  }
};
