import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the demo keeps documents: `GIGAKIT_DATA`, else `.gigakit` at the root of the repository. */
export function dataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const named = environment['GIGAKIT_DATA'];
  return named ? resolve(named) : fileURLToPath(new URL('../../../.gigakit', import.meta.url));
}
