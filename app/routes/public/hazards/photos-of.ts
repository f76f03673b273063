import type { Upload } from '#app/domain/service/hazards/photos.ts';

/** 表单里的照片: what was chosen; an empty box is none. */
export async function photosOf(form: FormData): Promise<Upload[]> {
  const chosen = form.getAll('photos').filter((one): one is File => one instanceof File && one.size > 0);
  return Promise.all(chosen.map(async (file) => ({ name: file.name, content: Buffer.from(await file.arrayBuffer()) })));
}
