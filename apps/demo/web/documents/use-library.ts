import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoredDocument } from '../../server/documents/document-list.ts';
import type { ToldError } from '../../server/error-text.ts';
import { readToldError } from '../errors/read-told-error.ts';
import { isSettled, type IndexingJob } from './indexing-job.ts';
import { uploadDocument } from './upload-document.ts';

interface Contents {
  readonly database: 'embedded' | 'server';
  readonly documents: readonly StoredDocument[];
}

export interface LibraryState {
  /** Undefined until the database has opened. */
  readonly contents: Contents | undefined;
  readonly error: ToldError | undefined;
  readonly jobs: readonly IndexingJob[];
  add(files: readonly File[]): Promise<void>;
  remove(hash: string): Promise<void>;
  dismiss(id: number): void;
}

/** The library on the server, and the files on their way into it. */
export function useLibrary(): LibraryState {
  const [contents, setContents] = useState<Contents>();
  const [error, setError] = useState<ToldError>();
  const [jobs, setJobs] = useState<readonly IndexingJob[]>([]);
  const nextId = useRef(0);

  const reload = useCallback(
    () =>
      readContents().then(
        (read) => {
          setContents(read);
          setError(undefined);
        },
        (cause: unknown) => setError(readToldError(cause instanceof Error ? cause.message : String(cause))),
      ),
    [],
  );
  useEffect(() => {
    void reload();
  }, [reload]);

  const update = (id: number, progress: IndexingJob['progress']) =>
    setJobs((all) => all.map((job) => (job.id === id ? { ...job, progress } : job)));

  const index = async (id: number, file: File, signal: AbortSignal) => {
    if (signal.aborted) return;
    update(id, { stage: 'reading' });
    try {
      for await (const progress of uploadDocument(file, signal)) update(id, progress);
    } catch (cause) {
      const failure = {
        stage: 'failed',
        error: readToldError(cause instanceof Error ? cause.message : ''),
      } as const;
      update(id, signal.aborted ? { stage: 'cancelled' } : failure);
    }
    await reload();
    setJobs((all) => all.filter((job) => job.id !== id || job.progress.stage !== 'done'));
  };

  return {
    contents,
    error,
    jobs,
    add: async (files) => {
      const begun = files.map((file) => {
        const leaving = new AbortController();
        const id = nextId.current++;
        const cancel = () => {
          leaving.abort();
          update(id, { stage: 'cancelled' });
        };
        return { id, file, signal: leaving.signal, cancel };
      });
      setJobs((all) => [
        ...all.filter((job) => !isSettled(job)),
        ...begun.map(({ id, file, cancel }) => ({
          id,
          name: file.name,
          progress: { stage: 'waiting' } as const,
          cancel,
        })),
      ]);
      // One after another: the account may make one request at a time.
      for (const { id, file, signal } of begun) await index(id, file, signal);
    },
    remove: async (hash) => {
      try {
        const response = await fetch(`/api/documents/${hash}`, { method: 'DELETE' });
        if (!response.ok) throw new Error(await response.text());
        await reload();
      } catch (cause) {
        setError(readToldError(cause instanceof Error ? cause.message : String(cause)));
      }
    },
    dismiss: (id) => setJobs((all) => all.filter((job) => job.id !== id)),
  };
}

async function readContents(): Promise<Contents> {
  const response = await fetch('/api/documents');
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
