import { fetchRemoteFile, sniffMediaType } from '@gigakit/core';
import type { FilePart, Message, TextPart, TurnRequest } from '@gigakit/core/turn';
import type { Exchange } from './exchange.ts';
import { badRequest } from './proxy-error.ts';

const mostFetched = 10;
const imageTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/tiff', 'image/bmp']);

/**
 * Fetches the pictures that a request names by URL, under the proxy's rules for strangers' addresses. What was fetched
 * must be a picture by its own bytes: nothing else that an address may answer with is passed on.
 * @throws ProxyError 400, or core's errors, when one cannot be had: an answer about a missing picture would be made up.
 */
export async function loadRemoteImages(request: TurnRequest, exchange: Exchange): Promise<TurnRequest> {
  const remote = request.messages.filter(
    ({ content }) => typeof content !== 'string' && content.some(isRemote),
  ).length;
  if (remote === 0) return splitPictures(request);
  if (remote > mostFetched) {
    throw badRequest(
      'messages',
      `At most ${mostFetched} pictures are fetched by URL in a request; this one has ${remote}.`,
    );
  }
  const messages = await Promise.all(
    request.messages.map(async (message, index): Promise<Message> => {
      if (message.role !== 'user' || typeof message.content === 'string') return message;
      const content = await Promise.all(
        message.content.map(async (part) =>
          isRemote(part) ? load(part.url, `messages[${index}]`, exchange) : part,
        ),
      );
      return { role: 'user', content };
    }),
  );
  return splitPictures({ ...request, messages });
}

/** Neighbours of one role would be merged into one message again, where GigaChat reads one picture only. */
function splitPictures(request: TurnRequest): TurnRequest {
  const hasNeighbours = request.messages.some(
    (message, index) => hasFile(message) && hasFile(request.messages[index + 1]),
  );
  return hasNeighbours ? { ...request, normalizeHistory: false } : request;
}

const hasFile = (message: Message | undefined): boolean =>
  message?.role === 'user' &&
  typeof message.content !== 'string' &&
  message.content.some((part) => part.type === 'file');

function isRemote(part: { readonly type: string }): part is Extract<FilePart, { url: string | URL }> {
  return part.type === 'file' && 'url' in part && !/^\s*data:/i.test(String(part.url));
}

async function load(
  url: string | URL,
  field: string,
  { config, signal }: Exchange,
): Promise<TextPart | FilePart> {
  const { data, filename } = await fetchRemoteFile(url, config.remoteImages, {
    signal,
    field: `${field}.image_url`,
    openEngine: config.openRemoteEngine,
  });
  const mediaType = sniffMediaType(data);
  if (mediaType === undefined || !imageTypes.has(mediaType)) {
    throw badRequest(
      `${field}.image_url`,
      `\`${field}.image_url\` does not lead to a picture: JPEG, PNG, TIFF and BMP are taken.`,
    );
  }
  return { type: 'file', data, mediaType, ...(filename !== undefined && { filename }) };
}
