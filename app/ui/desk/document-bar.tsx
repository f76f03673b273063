import { Button } from 'antd';
import { useState } from 'react';
import { type ScanState, sizeWords } from '#app/domain/base/files/model.ts';
import { documentWords } from '#app/i18n/document.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { ShownDocument } from './document-viewer.tsx';
import { StatusTag } from './status-tag.tsx';
import { stepped, steps } from './zoom-steps.ts';

export type Look = { zoom: number; turns: number };
type Props = { shown: ShownDocument; page: number; pages: number | null; look: Look; onLook: (look: Look) => void; isBroken: boolean };

/** 文件栏: what is shown, page n of m, and what one can do with it. */
export function DocumentBar({ shown, page, pages, look, onLook, isBroken }: Props) {
  const words = useWords(documentWords);
  const { zoom, turns } = look;
  return (
    <div className="paper-head">
      <div className="what">
        <b>{shown.name}</b>
        <span>
          {pages && <><span aria-live="polite">{words.pageOf(page, pages)}</span> · </>}
          {sizeWords(shown.size)} · <Scanned scan={shown.scan} /> · <Hash sha256={shown.sha256} />
        </span>
      </div>
      <div className="act" role="group" aria-label={words.tools}>
        {!isBroken && (
          <span className="looks">
            <Button size="small" title={words.key('−')} disabled={zoom === steps[0]} onClick={() => onLook({ zoom: stepped(zoom, -1), turns })}>{words.zoomOut}</Button>
            <Button size="small" title={words.key('0')} className="zoom" onClick={() => onLook({ zoom: 1, turns })} aria-label={words.fitFrom(Math.round(zoom * 100))}>{zoom === 1 ? words.fit : `${Math.round(zoom * 100)}%`}</Button>
            <Button size="small" title={words.key('+')} disabled={zoom === steps.at(-1)} onClick={() => onLook({ zoom: stepped(zoom, 1), turns })}>{words.zoomIn}</Button>
            <Button size="small" title={words.key('R')} onClick={() => onLook({ zoom, turns: turns + 1 })}>{words.rotate}</Button>
          </span>
        )}
        <a href={shown.src} target="_blank" rel="noreferrer">{words.openAlone}</a>
        <a href={`${shown.src}?download`}>{words.download}</a>
      </div>
    </div>
  );
}

/** 查毒结果: what was not looked at stands out. */
function Scanned({ scan }: { scan: ScanState }) {
  const { word, why } = useWords(documentWords).scanned[scan];
  return <span title={why}>{scan === 'clean' ? word : <StatusTag tone="now">{word}</StatusTag>}</span>;
}

function Hash({ sha256 }: { sha256: string }) {
  const words = useWords(documentWords);
  const [state, setState] = useState<'short' | 'copied' | 'whole'>('short');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sha256);
      setState('copied');
    } catch {
      setState('whole');
    }
  };
  if (state === 'whole') return <code className="mono">sha256 {sha256}</code>;
  return (
    <button type="button" className="hash" title={sha256} onClick={copy}>
      sha256 {sha256.slice(0, 4)}…{sha256.slice(-4)} <i role="status">{state === 'copied' ? words.copied : words.copy}</i>
    </button>
  );
}
