import type { Exchange } from '../exchange.ts';
import type { Ids } from './ids.ts';

export interface StoredFile {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly filename: string;
  readonly purpose: string;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly account: string;
  /** Files made under an `X-Client-ID` are seen under the same one only. */
  readonly clientId: string | undefined;
}

export type Owner = Pick<Exchange, 'token' | 'clientId'>;
export type NewFile = Pick<StoredFile, 'bytes' | 'mediaType' | 'filename' | 'purpose'>;

/** Uploaded and generated files. Past the ceiling of bytes the oldest are dropped. */
export interface FileStore {
  add(owner: Owner, file: NewFile): StoredFile;
  find(owner: Owner, id: string): StoredFile | undefined;
  /** Newest first. */
  list(owner: Owner): StoredFile[];
  /** Whether there was such a file. */
  delete(owner: Owner, id: string): boolean;
}

export function createFileStore(ids: Ids, now: () => number, maxBytes: number): FileStore {
  const files = new Map<string, StoredFile>();
  let storedBytes = 0;
  const drop = (file: StoredFile): void => {
    files.delete(file.id);
    storedBytes -= file.bytes.length;
  };
  const find = (owner: Owner, id: string): StoredFile | undefined => {
    const file = files.get(id);
    return file !== undefined && isOwner(owner, file) ? file : undefined;
  };
  return {
    find,
    add(owner, file) {
      const stored: StoredFile = {
        ...file,
        id: ids.uuid(),
        createdAt: Math.floor(now() / 1000),
        account: accountOf(owner),
        clientId: owner.clientId,
      };
      files.set(stored.id, stored);
      storedBytes += stored.bytes.length;
      for (const oldest of files.values()) {
        if (storedBytes <= maxBytes || oldest === stored) break;
        drop(oldest);
      }
      return stored;
    },
    list: (owner) => [...files.values()].filter((file) => isOwner(owner, file)).toReversed(),
    delete(owner, id) {
      const file = find(owner, id);
      if (file === undefined) return false;
      drop(file);
      return true;
    },
  };
}

function accountOf(owner: Owner): string {
  return owner.token?.account ?? '';
}

function isOwner(owner: Owner, file: StoredFile): boolean {
  return file.account === accountOf(owner) && file.clientId === owner.clientId;
}
