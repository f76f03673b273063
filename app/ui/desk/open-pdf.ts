import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, version } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** 打开 PDF: fetched piece by piece, read in a worker; character maps, fonts and decoders come from our own server. */
export function openPdf(src: string): { document: Promise<PDFDocumentProxy>; close: () => void } {
  GlobalWorkerOptions.workerSrc = workerUrl;
  const parts = import.meta.env.DEV ? '/node_modules/pdfjs-dist/' : `/assets/pdfjs-${version}/`;
  const task = getDocument({
    url: src, cMapUrl: `${parts}cmaps/`, standardFontDataUrl: `${parts}standard_fonts/`, wasmUrl: `${parts}wasm/`, iccUrl: `${parts}iccs/`,
    rangeChunkSize: 262_144, enableXfa: false, verbosity: 0,
  });
  return { document: task.promise, close: () => void task.destroy() };
}

/** More points than this and a phone draws nothing at all. */
const mostPoints = 16_000_000;

/** 画一页: on a canvas of its own, as fine as the screen can show; `cancel` stops a page nobody waits for any more. */
export async function drawPage(document: PDFDocumentProxy, number: number, { width, turns, signal }: { width: number; turns: number; signal: AbortSignal }): Promise<HTMLCanvasElement | undefined> {
  const page = await document.getPage(number);
  if (signal.aborted) return undefined;
  const rotation = (page.rotate + turns * 90) % 360;
  const plain = page.getViewport({ scale: 1, rotation });
  const wanted = (width / plain.width) * Math.min(window.devicePixelRatio || 1, 3);
  const scale = Math.min(wanted, Math.sqrt(mostPoints / (plain.width * plain.height)));
  const viewport = page.getViewport({ scale, rotation });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  const drawing = page.render({ canvas, viewport });
  signal.addEventListener('abort', () => drawing.cancel(), { once: true });
  await drawing.promise;
  return signal.aborted ? undefined : canvas;
}

/** 页面大小: width and height of a page as it lies in the file. */
export async function sizeOfPage(document: PDFDocumentProxy, number: number): Promise<{ width: number; height: number }> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}
