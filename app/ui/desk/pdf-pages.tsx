import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { documentWords } from '#app/i18n/document.ts';
import { useWords } from '#app/i18n/pair.ts';

export type Trouble = 'locked' | 'broken' | 'unread';
type Size = { width: number; height: number };
type Held = { document: PDFDocumentProxy; tools: typeof import('./open-pdf.ts'); size: Size };
type Props = { src: string; pages: number | null; zoom: number; turns: number; onOpen: (pages: number) => void; onTrouble: (trouble: Trouble) => void };

const a4: Size = { width: 210, height: 297 };
const troubles: Record<string, Trouble> = { PasswordException: 'locked', InvalidPDFException: 'broken' };

/** PDF 各页: places of the final size at once, each page drawn when it comes near. */
export function PdfPages({ src, pages, zoom, turns, onOpen, onTrouble }: Props) {
  const [held, setHeld] = useState<Held>();
  useEffect(() => {
    let isOver = false;
    let close = () => {};
    const open = async () => {
      const tools = await import('./open-pdf.ts');
      if (isOver) return;
      const opened = tools.openPdf(src);
      close = opened.close;
      const document = await opened.document;
      const size = await tools.sizeOfPage(document, 1);
      if (isOver) return;
      setHeld({ document, tools, size });
      onOpen(document.numPages);
    };
    open().catch((error: Error) => {
      if (!isOver) onTrouble(troubles[error.name] ?? 'unread');
    });
    return () => {
      isOver = true;
      close();
    };
  }, [src]);
  const count = held?.document.numPages ?? pages ?? 1;
  return Array.from({ length: count }, (_, i) => <PdfPage key={i} number={i + 1} held={held} zoom={zoom} turns={turns} onTrouble={onTrouble} />);
}

function PdfPage({ number, held, zoom, turns, onTrouble }: { number: number; held: Held | undefined; zoom: number; turns: number; onTrouble: (trouble: Trouble) => void }) {
  const words = useWords(documentWords);
  const sheet = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState<Size>();
  const [isNear, setNear] = useState(false);
  const [isDrawn, setDrawn] = useState(false);

  useEffect(() => {
    const watch = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), { rootMargin: '800px 0px' });
    watch.observe(sheet.current!);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const place = sheet.current!.firstElementChild!;
    if (!isNear) {
      place.replaceChildren();
      setDrawn(false);
    }
    if (!held || !isNear) return;
    const stop = new AbortController();
    const draw = async () => {
      setOwn(await held.tools.sizeOfPage(held.document, number));
      const canvas = await held.tools.drawPage(held.document, number, { width: sheet.current!.clientWidth, turns, signal: stop.signal });
      if (!canvas) return;
      place.replaceChildren(canvas);
      setDrawn(true);
    };
    draw().catch(() => {
      if (!stop.signal.aborted) onTrouble('broken');
    });
    return () => stop.abort();
  }, [held, isNear, zoom, turns, number]);

  const { width, height } = own ?? held?.size ?? a4;
  const ratio = turns % 2 ? height / width : width / height;
  return (
    <div ref={sheet} className="sheet" data-page={number} style={{ '--zoom': zoom, aspectRatio: ratio } as React.CSSProperties} role="img" aria-label={words.pageLabel(number)} aria-busy={!isDrawn}>
      <div className="drawn" />
      {!isDrawn && <span className="wait">{words.loading}</span>}
    </div>
  );
}
