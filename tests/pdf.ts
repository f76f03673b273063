import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a PDF says, page by page, with the spaces of its layout taken out. */
export async function textOfPdf(content: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/[\s\u200b]/g, ''));
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** The two lines of its metadata that make a PDF an archival one. */
export function archivalMark(content: Uint8Array): string {
  const text = Buffer.from(content).toString('latin1');
  return `${/<pdfaid:part>(\d)/.exec(text)?.[1]}${/<pdfaid:conformance>(\w)/.exec(text)?.[1]}`;
}
