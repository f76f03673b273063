import { Refusal } from '#app/platform/refusal.ts';

/** 取出 PDF 的附件: only the one asked for, and no more of it than a credential weighs. */
export async function readAttachment(content: Uint8Array, name: string): Promise<Uint8Array | undefined> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const loading = getDocument({ data: new Uint8Array(content), useSystemFonts: false, isEvalSupported: false, stopAtErrors: true, verbosity: 0 });
  try {
    const pdf = await loading.promise;
    const carried = (await pdf.getAttachments()) as Record<string, { filename: string; content: Uint8Array }> | null;
    const found = Object.values(carried ?? {}).find((one) => one.filename === name);
    if (found && found.content.byteLength > mostAttached) throw new Refusal('document-too-big', 413);
    return found?.content;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('document-unreadable', 400);
  } finally {
    await loading.destroy();
  }
}

const mostAttached = 100_000;
