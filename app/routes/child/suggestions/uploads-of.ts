import type { Upload } from '#app/domain/children/suggestions/attachments.ts';
import { attachmentKinds } from '#app/domain/children/suggestions/model.ts';

/** 表单里的附件: a drawing, a photograph, a recording; an empty field is nothing. */
export async function uploadsOf(form: FormData): Promise<Upload[]> {
  const uploads: Upload[] = [];
  for (const kind of attachmentKinds) {
    for (const file of form.getAll(kind)) {
      if (file instanceof File && file.size > 0) uploads.push({ kind, content: Buffer.from(await file.arrayBuffer()) });
    }
  }
  return uploads;
}
