/** What a client process is told to do. */
export interface Job {
  readonly work: 'stream' | 'answer' | 'embed' | 'download' | 'upload';
  readonly times: number;
  readonly atOnce: number;
  /** Texts to embed, or megabytes to send. */
  readonly size?: number;
}

/** What it has seen of itself. */
export interface Measure {
  /** User and system time of the process. */
  readonly cpuMs: number;
  readonly wallMs: number;
  /** What the work gave, summed: pieces of text, answers, vectors, bytes. */
  readonly units: number;
  /** From the call to the first piece of text, one for each stream. */
  readonly firstMs: readonly number[];
  /** The highest the memory of the process rose during the work. */
  readonly grownBytes: number;
}
