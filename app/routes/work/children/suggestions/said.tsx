import { useLocale, useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Tag } from '#app/ui/light/tag.tsx';
import type { Loaded } from './matter.tsx';

/** 孩子说的话, each as it was said; beside it what would be shown in public when it was reworded. */
export function Said({ place, matter, said, files }: Loaded) {
  const words = useWords(suggestionsWords);
  const locale = useLocale();
  return (
    <ul className="plain saidlist">
      {said.map((one) => (
        <li key={one.id} className="card">
          {one.isLocked ? <p>{words.locked}</p> : <blockquote className="childsaid"><p>{[one.text || words.noWords, ...one.pictures.map((picture) => words.pictures[picture])].join(locale === 'en' ? ', ' : '，')}</p></blockquote>}
          {one.shown ? <p><b>{words.matter.shownAs}</b>{one.shown}</p> : null}
          <Files base={`/work/${place.code}/children/suggestions/${matter.id}`} files={files.filter(({ suggestionId }) => suggestionId === one.id)} />
          <p className="row close small"><span>{words.matter.from(words.ways[one.way], words.layers[one.layer] ?? '')}</span><span>{words.matter.saidOn(shortDay(one.on, locale))}</span><Tag kind={one.review === 'approved' ? 'ok' : 'check'}>{words.reviews[one.review]}</Tag></p>
        </li>
      ))}
    </ul>
  );
}

/** 附件 as pictures to see and recordings to hear. */
export function Files({ base, files }: { base: string; files: Loaded['files'] }) {
  const words = useWords(suggestionsWords);
  if (files.length === 0) return null;
  return (
    <div className="saidfiles">
      {files.map(({ fileId, kind }) => kind === 'voice'
        ? <audio key={fileId} controls preload="none" src={`${base}/files/${fileId}`} aria-label={words.matter.file[kind]} />
        : <a key={fileId} href={`${base}/files/${fileId}`}><img src={`${base}/files/${fileId}?thumbnail`} alt={words.matter.file[kind]} loading="lazy" /></a>)}
    </div>
  );
}
