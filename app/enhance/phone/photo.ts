const largestPhoto = 2 * 1024 * 1024;

/** 缩小照片: drawn anew, so that nothing the camera wrote into the file goes along; undefined when it is no picture. */
export async function shrink(file: Blob, longestSide = 2048): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  for (let side = longestSide; side >= 512; side /= 1.4) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await blobOf(canvas, 'image/jpeg', 0.82);
    if (made && made.size <= largestPhoto) return made;
  }
  return undefined;
}

export const blobOf = (canvas: HTMLCanvasElement, type: string, quality?: number) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
