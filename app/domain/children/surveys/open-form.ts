import { readSheetUpload } from '#app/domain/base/documents/read-upload.ts';
import type { SheetContent } from '#app/domain/base/documents/read-sheet.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 打开 XLSForm 文件: here only a workbook can be right, so what is wrong with the file is told of as one. */
export async function openForm(content: Uint8Array): Promise<SheetContent[]> {
  try {
    return await readSheetUpload(content);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'document-damaged' || error.code === 'document-not-excel') throw new Refusal('survey-form-damaged', error.status);
    if (error.code === 'document-active') throw new Refusal('survey-form-active', error.status);
    if (error.code === 'document-too-heavy') throw new Refusal('survey-form-too-heavy', error.status);
    if (error.code === 'document-too-big') throw new Refusal('survey-form-too-big', error.status);
    throw error;
  }
}
