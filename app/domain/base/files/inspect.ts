import { fileTypeFromBuffer } from 'file-type';
import type { Sharp } from 'sharp';
import { Refusal } from '#app/platform/refusal.ts';
import { largestFile, longestSide, type MediaType, mediaTypes, mostPixels, photoTypes, type SoundType } from './model.ts';
import { inspectPdf } from './pdf.ts';
import { develop } from './photo.ts';

/**
 * 验过的文件: what may be kept: the content (pictures newly drawn), its true type, and a small picture of it; of a photograph
 * that browsers do not show also the original.
 */
export type Inspected = { content: Buffer; mediaType: MediaType | SoundType; pages: number | null; thumbnail: Buffer | null; original?: Buffer };

const thumbnailSide = 480;

/** 查验: by content, never by name. A picture is drawn anew, so that nothing hides behind it or in its metadata. */
export async function inspect(content: Buffer): Promise<Inspected> {
  if (content.length === 0) throw new Refusal('file-empty', 400);
  if (content.length > largestFile) throw new Refusal('file-too-large', 413);
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (photoTypes.some((type) => type === found?.mime)) {
    const picture = await develop(content);
    return { ...(await redraw(picture, 'image/jpeg')), mediaType: 'image/jpeg', pages: null, original: content };
  }
  const mediaType = mediaTypes.find((type) => type === found?.mime);
  if (!mediaType) throw new Refusal('file-kind-not-allowed', 415);
  if (mediaType === 'application/pdf') return { content, mediaType, pages: await inspectPdf(content), thumbnail: null };
  return { ...(await redraw(content, mediaType)), mediaType, pages: null };
}

async function redraw(content: Buffer, mediaType: MediaType) {
  const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const;
  const { default: sharp } = await import('sharp'); // opened with the first picture, since it costs memory
  try {
    const size = await sharp(content, { ...options, limitInputPixels: false }).metadata();
    if (size.width * size.height > mostPixels) throw new Refusal('file-too-many-pixels', 400);
    const upright = sharp(content, options).autoOrient().resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true });
    const drawn = await encode(upright, mediaType).toBuffer();
    const thumbnail = await sharp(drawn, options).resize(thumbnailSide, thumbnailSide, { fit: 'inside' }).webp({ quality: 72 }).toBuffer();
    return { content: drawn, thumbnail };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('file-damaged', 400);
  }
}

function encode(picture: Sharp, mediaType: MediaType): Sharp {
  if (mediaType === 'image/png') return picture.png({ compressionLevel: 6 });
  return mediaType === 'image/webp' ? picture.webp({ quality: 88 }) : picture.jpeg({ quality: 88 });
}
