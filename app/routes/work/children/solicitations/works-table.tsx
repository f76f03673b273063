import type { getSolicitation } from '#app/domain/children/solicitations/read.ts';
import type { Phase } from '#app/domain/children/solicitations/model.ts';
import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { shortDay, shortTime, beijingDay } from '#app/platform/dates.ts';
import { Button } from '#app/ui/light/button.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';

type Loaded = Awaited<ReturnType<typeof getSolicitation>> & { place: WorkPlace; phase: Phase };
type Work = Loaded['works'][number];

/** 作品: each with how far moderation is, whether its licence is there, what became of it. */
export function WorksTable({ place, solicitation, works, phase }: Loaded) {
  const { works: words, ...all } = useWords(solicitationsWords);
  const locale = useLocale();
  const at = `/work/${place.code}/children`;
  return (
    <section>
      <h2>{words.title}</h2>
      <p className="note">{words.only} <a href={`${at}/moderation`}>{words.moderate}</a></p>
      {works.length === 0 ? <p className="note">{words.none}</p> : (
        <DataTable<Work>
          caption={words.title} rows={works} keyOf={(work) => work.id}
          columns={[
            { head: all.columns.number, isName: true, cell: (work) => <><b>{words.number(work.number)}</b> {work.title}</> },
            { head: all.columns.way, cell: (work) => `${all.ways[work.way]} · ${all.layers[work.layer]}` },
            { head: all.columns.handedIn, cell: (work) => shortDay(beijingDay(work.handedInAt), locale) },
            { head: all.columns.seen, cell: (work) => all.seen[work.seen] },
            { head: all.columns.licence, cell: (work) => <Licence work={work} /> },
            ...(phase === 'decided' ? [{ head: all.columns.prize, cell: (work: Work) => <Honour work={work} href={`${at}/solicitations/${solicitation.id}/certificates/${work.id}`} /> }] : []),
          ]}
        />
      )}
    </section>
  );
}

function Licence({ work }: { work: Work }) {
  const { works: words } = useWords(solicitationsWords);
  const locale = useLocale();
  if (work.way === 'account') return <>{words.inAccount}</>;
  return (
    <form method="post" className="row close">
      <input type="hidden" name="work" value={work.id} />
      {work.licensedAt ? <span className="small">{words.licensedBy(work.licensedByName ?? '', shortTime(work.licensedAt, locale))}</span> : <span className="small muted">{words.noLicence}</span>}
      <Button kind="quiet" small name="deed" value={work.licensedAt ? 'end-licence' : 'license'}>{work.licensedAt ? words.endLicence : words.license}</Button>
    </form>
  );
}

function Honour({ work, href }: { work: Work; href: string }) {
  const { works: words } = useWords(solicitationsWords);
  return (
    <span className="row close">
      {work.prize ? <Tag kind="ok">{work.prize}</Tag> : null}
      {work.isChildrensChoice ? <Tag kind="open">{words.chosen}</Tag> : null}
      {work.prize ? <a href={href} download>{words.certificate}</a> : null}
      {!work.prize && !work.isChildrensChoice ? '—' : null}
    </span>
  );
}
