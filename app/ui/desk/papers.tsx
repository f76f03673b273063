import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { checkWords } from '#app/i18n/check.ts';
import { useWords } from '#app/i18n/pair.ts';
import { EmptyBox } from './keyset-table.tsx';

export type ShownPaper = { paper: string; fileId: string; name: string; sha256: string; size: number; mediaType: string; pages: number | null };

/** 原件: one tab a paper and one for the form; the address says which, so that it opens without a script. */
export function Papers({ papers, urlOf, form }: { papers: readonly ShownPaper[]; urlOf: (fileId: string) => string; form?: ReactNode }) {
  const words = useWords(checkWords);
  const [asked] = useSearchParams();
  const chosen = asked.get('paper') ?? papers[0]?.fileId ?? 'form';
  const paper = papers.find((one) => one.fileId === chosen);
  const to = (id: string) => {
    const next = new URLSearchParams(asked);
    next.set('paper', id);
    return `?${next}`;
  };
  const label = (one: ShownPaper) => (one.paper in words.papers ? words.papers[one.paper as keyof typeof words.papers] : one.paper);
  return (
    <section className="pane papers" aria-label={words.original}>
      <nav className="dtabs" aria-label={words.paperTabs}>
        {form && <Link to={to('form')} preventScrollReset {...(!paper ? { 'aria-current': 'page' as const } : {})}>{words.form}</Link>}
        {papers.map((one) => (
          <Link key={one.fileId} to={to(one.fileId)} preventScrollReset {...(one === paper ? { 'aria-current': 'page' as const } : {})}>{label(one)}</Link>
        ))}
      </nav>
      {paper ? <Paper key={paper.fileId} paper={paper} url={urlOf(paper.fileId)} /> : (form ?? <EmptyBox text={words.noPapers} />)}
    </section>
  );
}

const sizeOf = (bytes: number) => (bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`);

function Paper({ paper, url }: { paper: ShownPaper; url: string }) {
  const words = useWords(checkWords);
  const [zoom, setZoom] = useState(1);
  const [turns, setTurns] = useState(0);
  const isPicture = paper.mediaType.startsWith('image/');
  return (
    <>
      <div className="paper-head">
        <b>{paper.name}</b>
        <span title={paper.sha256}>{[paper.pages ? words.pages(paper.pages) : '', sizeOf(paper.size), words.hash(`${paper.sha256.slice(0, 4)}…${paper.sha256.slice(-4)}`)].filter(Boolean).join(' · ')}</span>
        <span className="act">
          {isPicture && (
            <>
              <Button size="small" onClick={() => setZoom(Math.max(0.5, zoom - 0.25))}>{words.zoomOut}</Button>
              <Button size="small" onClick={() => setZoom(Math.min(4, zoom + 0.25))}>{words.zoomIn}</Button>
              <Button size="small" onClick={() => setTurns(turns + 1)}>{words.rotate}</Button>
            </>
          )}
          <a href={url} target="_blank" rel="noreferrer">{words.openAlone}</a>
          <a href={`${url}?download`}>{words.download}</a>
        </span>
      </div>
      <div className="paper-ground">
        {isPicture ? (
          <img src={url} alt={paper.name} style={{ width: `${zoom * 100}%`, rotate: `${turns * 90}deg` }} />
        ) : (
          <object data={url} type={paper.mediaType} aria-label={paper.name}>
            <p>{words.noPreview} <a href={`${url}?download`}>{words.download}</a></p>
          </object>
        )}
      </div>
    </>
  );
}
