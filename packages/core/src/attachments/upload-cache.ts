import { waitFor } from './wait-for.ts';

/** What an upload left on the server. */
export interface UploadedFile {
  readonly fileId: string;
  readonly mediaType: string;
  readonly bytes: number;
}

interface Entry {
  readonly upload: Promise<UploadedFile>;
  readonly controller: AbortController;
  waiting: number;
  /** Known once the upload is done. */
  fileId: string | undefined;
}

/**
 * Remembers uploads by key, the least recently used forgotten first. Callers that want the same file while it is on
 * its way share one upload; it is given up when the last of them leaves, and a failed one is forgotten at once.
 */
export class UploadCache {
  readonly #entries = new Map<string, Entry>();
  readonly #capacity: number;

  constructor(capacity = 1_000) {
    this.#capacity = capacity;
  }

  async get(
    key: string,
    upload: (signal: AbortSignal) => Promise<UploadedFile>,
    signal: AbortSignal | undefined,
  ): Promise<UploadedFile> {
    signal?.throwIfAborted();
    const entry = this.#entries.get(key) ?? this.#start(key, upload);
    // A map keeps the order of insertion: the entry moves to its young end.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#evict();
    entry.waiting += 1;
    try {
      return await waitFor(entry.upload, signal);
    } finally {
      entry.waiting -= 1;
      if (entry.waiting === 0 && entry.fileId === undefined) {
        entry.controller.abort(signal?.reason);
        this.#forget(key, entry);
      }
    }
  }

  /** Forgets a file that the server no longer has. True when it was known. */
  invalidate(fileId: string): boolean {
    for (const [key, entry] of this.#entries) {
      if (entry.fileId === fileId) return this.#entries.delete(key);
    }
    return false;
  }

  #start(key: string, upload: (signal: AbortSignal) => Promise<UploadedFile>): Entry {
    const controller = new AbortController();
    const entry: Entry = {
      controller,
      waiting: 0,
      fileId: undefined,
      upload: upload(controller.signal).then(
        (uploaded) => {
          entry.fileId = uploaded.fileId;
          return uploaded;
        },
        (error: unknown) => {
          this.#forget(key, entry);
          throw error;
        },
      ),
    };
    // Everybody may have left by the time it fails.
    entry.upload.catch(() => {});
    return entry;
  }

  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }

  #evict(): void {
    for (const [key, entry] of this.#entries) {
      if (this.#entries.size <= this.#capacity) return;
      if (entry.waiting === 0 && entry.fileId !== undefined) this.#entries.delete(key);
    }
  }
}
