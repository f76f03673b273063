import type { Upload } from '#app/domain/pilot/objections/evidence.ts';

/** 表单里的证据: the files that were chosen; an empty box is none. */
export async function evidenceOf(form: FormData): Promise<Upload[]> {
  const chosen = form.getAll('evidence').filter((one): one is File => one instanceof File && one.size > 0);
  return Promise.all(chosen.map(async (file) => ({ name: file.name, content: Buffer.from(await file.arrayBuffer()) })));
}
