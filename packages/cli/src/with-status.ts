import { showStatus } from './show-status.ts';

/** Shows what is being waited for until it is there. */
export async function withStatus<T>(text: string, work: Promise<T>): Promise<T> {
  const clear = showStatus(text);
  try {
    return await work;
  } finally {
    clear();
  }
}
