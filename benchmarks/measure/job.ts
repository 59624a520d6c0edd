/** What a client process is told to do. */
export interface Job {
  readonly work: 'stream' | 'answer' | 'embed' | 'download' | 'upload';
  readonly times: number;
  readonly atOnce: number;
  /** Texts to embed, or megabytes to send. */
  readonly size?: number;
  /** Collects garbage first and samples memory meanwhile, both of which cost CPU: not for figures of time. */
  readonly watchesMemory?: boolean;
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
  /** The highest the memory of the process rose during the work; 0 where nobody watched. */
  readonly grownBytes: number;
}
