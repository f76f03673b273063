import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
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
  const opened = useEffectEvent(onOpen);
  const failed = useEffectEvent((error: Error) => onTrouble(troubles[error.name] ?? 'unread'));
  useEffect(() => {
    let isOver = false;
    let close = () => {};
    const open = async () => {
      const tools = await import('./open-pdf.ts');
      if (isOver) return;
      const task = tools.openPdf(src);
      close = task.close;
      const document = await task.document;
      const size = await tools.sizeOfPage(document, 1);
      if (isOver) return;
      setHeld({ document, tools, size });
      opened(document.numPages);
    };
    open().catch((error: Error) => {
      if (!isOver) failed(error);
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

  const [width, setWidth] = useState(0);
  const failed = useEffectEvent(() => onTrouble('broken'));

  useEffect(() => {
    const whole = sheet.current!;
    const watch = new IntersectionObserver(([entry]) => {
      setNear(entry!.isIntersecting);
      if (entry!.isIntersecting) return;
      whole.firstElementChild!.replaceChildren();
      setDrawn(false);
    }, { rootMargin: '800px 0px' });
    const measure = new ResizeObserver(() => setWidth(whole.clientWidth));
    watch.observe(whole);
    measure.observe(whole);
    return () => {
      watch.disconnect();
      measure.disconnect();
    };
  }, []);

  useEffect(() => {
    if (!held || !isNear || width === 0) return;
    const stop = new AbortController();
    const draw = async () => {
      setOwn(await held.tools.sizeOfPage(held.document, number));
      const canvas = await held.tools.drawPage(held.document, number, { width, turns, signal: stop.signal });
      if (!canvas) return;
      sheet.current?.firstElementChild?.replaceChildren(canvas);
      setDrawn(true);
    };
    draw().catch(() => {
      if (!stop.signal.aborted) failed();
    });
    return () => stop.abort();
  }, [held, isNear, width, turns, number]);

  const size = own ?? held?.size ?? a4;
  const ratio = turns % 2 ? size.height / size.width : size.width / size.height;
  return (
    <div ref={sheet} className="sheet" data-page={number} style={{ '--zoom': zoom, aspectRatio: ratio } as React.CSSProperties} role="img" aria-label={words.pageLabel(number)} aria-busy={!isDrawn}>
      <div className="drawn" />
      {!isDrawn && <span className="wait">{words.loading}</span>}
    </div>
  );
}
