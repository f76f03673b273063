import type { Tracked } from '#app/domain/children/suggestions/track.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';

/** 附件: pictures to see and recordings to hear. */
export function Files({ files, ticket, words }: { files: readonly Tracked['files'][number][]; ticket: string; words: ChildSuggestionsWords }) {
  return (
    <div className="ownfiles">
      {files.map(({ fileId, kind, suggestionId }) => {
        const src = `/child/said/${ticket}/files/${fileId}`;
        const name = suggestionId ? words.files[kind] : words.files.photo;
        return kind === 'voice' ? <audio key={fileId} controls preload="none" src={src} aria-label={name} /> : <img key={fileId} src={src} alt={name} loading="lazy" />;
      })}
    </div>
  );
}
