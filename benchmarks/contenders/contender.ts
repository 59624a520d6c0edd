/** One way of doing what a figure measures. Each method uses what a user of that library would call. */
export interface Contender {
  /** Reads one streamed answer; gives the pieces of text it held. */
  stream?(onFirst: () => void): Promise<number>;
  /** One whole answer; gives 1. */
  answer?(): Promise<number>;
  /** Vectors of that many texts; gives how many came. */
  embed?(texts: readonly string[]): Promise<number>;
  /** Gives the bytes that came. */
  download?(): Promise<number>;
  /** Gives the bytes that the server has seen. */
  upload?(megabytes: number): Promise<number>;
}

/** `url` is that of a scenario, without `/v1`. */
export type CreateContender = (url: string) => Contender;

export const contenderNames = [
  'floor',
  'core',
  'core-events',
  'npm-gigachat',
  'chat-gigachat',
  'langchain-gigachat',
  'chat-openai',
  'gigachat-do-stream',
  'gigachat-stream-text',
  'compatible-do-stream',
  'compatible-stream-text',
] as const;

export type ContenderName = (typeof contenderNames)[number];

export const prompt = 'Расскажи о Байкале';
