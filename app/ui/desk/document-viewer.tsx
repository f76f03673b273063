import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ScanState } from '#app/domain/base/files/model.ts';
import { documentWords } from '#app/i18n/document.ts';
import { useWords } from '#app/i18n/pair.ts';
import { DocumentBar, type Look } from './document-bar.tsx';
import { PdfPages, type Trouble } from './pdf-pages.tsx';
import { PictureSheet } from './picture-sheet.tsx';
import { stepped } from './zoom-steps.ts';

export type ShownDocument = { src: string; name: string; mediaType: string; size: number; sha256: string; pages: number | null; scan: ScanState };

/** 文件阅读器: a PDF or a picture in the page, drawn by us, so that phones show it too; without script a link and what the browser can do. */
export function DocumentViewer(shown: ShownDocument) {
  const words = useWords(documentWords);
  const [look, setLook] = useState<Look>({ zoom: 1, turns: 0 });
  const [pages, setPages] = useState(shown.pages);
  const [page, setPage] = useState(1);
  const [trouble, setTrouble] = useState<Trouble>();
  const [tries, setTries] = useState(0);

  const frame = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const middle = useRef(0);
  const show = (next: Look) => {
    flushSync(() => setLook(next));
    const { current } = ground;
    if (!current) return;
    current.scrollLeft = (current.scrollWidth - current.clientWidth) / 2;
    current.scrollTop = middle.current && middle.current * current.scrollHeight - current.clientHeight / 2;
  };
  const scrolled = () => {
    const { scrollTop, clientHeight, scrollHeight } = ground.current!;
    middle.current = scrollTop && (scrollTop + clientHeight / 2) / scrollHeight;
    setPage(pageAt(ground.current!));
  };

  const keyed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { zoom, turns } = look;
    const next: Record<string, Look> = {
      '+': { zoom: stepped(zoom, 1), turns }, '=': { zoom: stepped(zoom, 1), turns }, '-': { zoom: stepped(zoom, -1), turns },
      '0': { zoom: 1, turns }, r: { zoom, turns: turns + 1 }, R: { zoom, turns: turns + 1 },
    };
    const wanted = next[event.key];
    if (!wanted) return;
    event.preventDefault();
    show(wanted);
  });
  useEffect(() => {
    const whole = frame.current!;
    const listen = (event: KeyboardEvent) => keyed(event);
    whole.addEventListener('keydown', listen);
    ground.current!.tabIndex = 0; // what scrolls can be reached and scrolled by key in every browser
    return () => whole.removeEventListener('keydown', listen);
  }, []);

  const isPicture = shown.mediaType.startsWith('image/');
  return (
    <div ref={frame} className="viewer">
      <DocumentBar shown={shown} page={page} pages={isPicture ? null : pages} look={look} onLook={show} isBroken={trouble !== undefined} />
      <div ref={ground} className="paper-ground" role="region" tabIndex={0} aria-label={words.label(shown.name)} onScroll={scrolled}>
        {trouble ? (
          <div className="viewer-trouble" role="alert">
            <p>{words.troubles[trouble]}</p>
            <p>
              {trouble === 'unread' && <Button onClick={() => { setTrouble(undefined); setTries(tries + 1); }}>{words.again}</Button>}
              <a href={`${shown.src}?download`}>{words.downloadOf(shown.name)}</a>
            </p>
          </div>
        ) : isPicture ? (
          <PictureSheet key={tries} src={shown.src} name={shown.name} {...look} onTrouble={() => setTrouble('unread')} />
        ) : (
          <PdfPages key={tries} src={shown.src} pages={shown.pages} {...look} onOpen={setPages} onTrouble={setTrouble} />
        )}
      </div>
      {!isPicture && (
        <noscript>
          <object data={shown.src} type={shown.mediaType} aria-label={shown.name}>
            <p>{words.noPreview} <a href={`${shown.src}?download`}>{words.download}</a></p>
          </object>
        </noscript>
      )}
    </div>
  );
}

/** The page that holds the middle of what is seen. */
function pageAt(ground: HTMLElement): number {
  const middle = ground.getBoundingClientRect().top + ground.clientHeight / 2;
  const sheets = [...ground.querySelectorAll<HTMLElement>('[data-page]')];
  const under = sheets.findLast((sheet) => sheet.getBoundingClientRect().top <= middle);
  return Number(under?.dataset.page ?? 1);
}
