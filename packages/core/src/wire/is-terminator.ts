/** `[DONE]`, with spaces around it or without; an event of JSON is not looked through for them. */
export const isTerminator = (data: string): boolean => data.length < 20 && data.trim() === '[DONE]';
