import { join } from 'node:path';
import type { Backend } from '../backend.ts';
import type { Clients } from '../clients.ts';
import { Library } from './library.ts';
import { openDatabase } from './open-database.ts';

/** Opens the library when it is first needed: a chat should not wait for a database. */
export interface LibrarySource {
  open(): Promise<Library>;
  close(): Promise<void>;
}

export interface LibraryLocation {
  /** `DATABASE_URL`. */
  readonly databaseUrl: string | undefined;
  /** Where the embedded database lives; in memory when left out. */
  readonly dataFolder: string | undefined;
}

export function createLibrarySource(
  backend: Backend,
  clients: Clients,
  { databaseUrl, dataFolder }: LibraryLocation,
): LibrarySource {
  let opening: Promise<Library> | undefined;
  const open = async (): Promise<Library> => {
    const database = await openDatabase({
      url: databaseUrl,
      // The emulator's vectors mean nothing to the real model: each has its own library.
      folder: dataFolder === undefined ? undefined : join(dataFolder, `demo-${backend.kind}`),
    });
    return Library.open(database, clients.v1, `gigakit_${backend.kind}`);
  };
  return {
    open: () => {
      // A failure is not remembered: the database may be back at the next try.
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    close: async () => {
      const library = await opening?.catch(() => undefined);
      opening = undefined;
      await library?.close();
    },
  };
}
