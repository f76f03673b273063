import type { Article, ShareBasis, Standing } from '#app/domain/children/sharing/model.ts';
import type { DataKind } from '#app/domain/children/impact-assessments/model.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { Tag } from '#app/ui/light/tag.tsx';
import { Mixed } from '#app/ui/mixed.tsx';

export type SharedWith = { id: string; receiver: string; fields: DataKind[]; purpose: string; basis: ShareBasis; article: Article | null; on: string; until: string; standing: Standing; ending: 'returned' | 'deleted' | 'kept-by-law' | null };

/** 提供给了谁: each time something of the child was handed to somebody, for the guardian. */
export function SharedWithList({ given }: { given: readonly SharedWith[] }) {
  const all = useWords(sharingWords);
  const words = all.family;
  const { dataKinds } = useWords(impactWords);
  return (
    <section>
      <h2>{words.title}</h2>
      {given.length === 0 ? <p className="note">{words.none}</p> : (
        <ul className="plain saidlist">
          {given.map((one) => (
            <li key={one.id} className="card">
              <p className="row close"><b>{one.on}</b><Tag kind={one.standing === 'to-confirm' ? 'check' : one.standing === 'open' ? 'info' : 'ok'}>{one.ending ? all.endings[one.ending] : all.standings[one.standing]}</Tag></p>
              <p><Mixed>{words.line(one.fields.map((field) => dataKinds[field]).join(all.and), one.receiver)}</Mixed> · {words.until(one.until)}</p>
              <p className="small muted">{words.why}<Mixed>{one.purpose}</Mixed> · {words.basis}{one.article ? all.articles[one.article] : all.bases[one.basis]}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
