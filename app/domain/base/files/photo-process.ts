import decode from 'heic-decode';
import sharp from 'sharp';
import type { PhotoAnswer } from './photo.ts';

/** 冲印间之内: one photograph, then the process ends. Only its points come out: no metadata, no place, no other picture in it. */
process.once('message', async ({ content, mostPixels, longestSide }: { content: Uint8Array; mostPixels: number; longestSide: number }) => {
  const answer = await develop(content, mostPixels, longestSide).catch((): PhotoAnswer => ({ refusal: 'file-damaged' }));
  process.send!(answer, () => process.exit(0));
});

async function develop(content: Uint8Array, mostPixels: number, longestSide: number): Promise<PhotoAnswer> {
  const found = await decode.all({ buffer: content });
  const first = found[0]!;
  if (first.width * first.height > mostPixels) return { refusal: 'file-too-many-pixels' };
  const { data, width, height } = await first.decode();
  const points = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const jpeg = await sharp(points, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90 })
    .toBuffer();
  return { jpeg };
}
