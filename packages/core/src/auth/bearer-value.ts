/** An access token as pasted: spaces, line breaks and a leading `Bearer` go. */
export const bearerValue = (pasted: string): string =>
  pasted
    .trim()
    .replace(/^Bearer\s+/i, '')
    .replace(/\s+/g, '');
