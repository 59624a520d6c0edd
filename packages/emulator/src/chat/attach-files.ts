import type { Exchange } from '../exchange.ts';
import type { MindAttachment } from '../mind/mind-turn.ts';
import { Refusal } from '../refusal.ts';
import type { ServedModel } from '../state/models.ts';

const maxImagesInMessage = 1;
const maxImages = 10;
const maxMediaBytes = 80 * 1024 * 1024;

/**
 * The files each message names, with the documented limits: one image a message and ten in all, one document
 * (others are ignored), 80 MB of images and sound.
 * @throws Refusal 404 for an unknown file, 422 for too many images or a model that sees none.
 */
export function attachFiles(
  exchange: Exchange,
  model: ServedModel,
  idsByMessage: readonly (readonly string[])[],
): MindAttachment[][] {
  let images = 0;
  let mediaBytes = 0;
  let hasDocument = false;
  return idsByMessage.map((ids) => {
    let imagesHere = 0;
    return ids.flatMap((id) => {
      const file = exchange.world.files.find(exchange, id);
      if (file === undefined) throw new Refusal(404, 'No such file');
      const { bytes, mediaType, filename } = file;
      const isImage = mediaType.startsWith('image/');
      if (isImage) {
        if (!model.seesImages)
          throw new Refusal(422, 'Invalid params: requested model does not support image attachments');
        images += 1;
        imagesHere += 1;
        if (imagesHere > maxImagesInMessage)
          throw new Refusal(422, 'Invalid params: only one image per message is allowed');
        if (images > maxImages)
          throw new Refusal(422, `Invalid params: no more than ${maxImages} images are allowed`);
      }
      if (isImage || mediaType.startsWith('audio/')) {
        mediaBytes += bytes.length;
        if (mediaBytes > maxMediaBytes) throw new Refusal(413, 'Payload too large');
      } else if (hasDocument) return [];
      else hasDocument = true;
      return [{ bytes, mediaType, filename }];
    });
  });
}
