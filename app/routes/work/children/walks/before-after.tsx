import type { WalkRead } from '#app/domain/service/walks/read.ts';
import type { Compared } from '#app/domain/service/walks/score.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { useNames } from './names.ts';
import { Pictures } from './wrong-list.tsx';

const squares = { better: 'done', same: 'next', worse: 'late' } as const;

/** 前后对比: the same place at two times beside each other, in figures and in pictures; only what both times have, or one sentence when that is nothing. */
export function BeforeAfter({ base, read }: { base: string; read: WalkRead }) {
  const words = useWords(walksWords);
  const locale = useLocale();
  const { one } = words;
  const { ofPoint } = useNames(read.spotNames);
  const { before, walk, others } = read;
  const place = walk.spaceId ? `space:${walk.spaceId}` : walk.segmentId ? `segment:${walk.segmentId}` : `route:${walk.routeId}`;
  const again = <p className="row no-print"><ButtonLink kind="quiet" href={`${base}/walks/new?place=${place}`}>{one.again}</ButtonLink></p>;
  if (!before) return <Section title={one.before} tight><p className="note">{one.noBefore}</p>{again}</Section>;
  const columns = (name: (id: string) => string) => [
    { head: one.what, isName: true, cell: ({ id }: Compared) => name(id) },
    { head: one.was, cell: (row: Compared) => String(row.before) },
    { head: one.now, cell: (row: Compared) => String(Math.round(row.after)) },
    { head: one.change, cell: ({ change }: Compared) => <Status state={squares[change]}>{words.changes[change]}</Status> },
  ];
  const pictured = [...new Set(before.photos.flatMap(({ point }) => point ?? []))].filter((point) => read.photos.some((photo) => photo.point === point));
  const hasSome = before.norms.length + before.points.length + pictured.length > 0;
  return (
    <Section title={one.before} {...(hasSome ? { lead: one.beforeText(shortDay(before.day, locale)) } : {})} id="before" tight>
      {others.length > 1 ? (
        <form method="get" className="row no-print">
          <SelectField id="against" label={one.against} words={{ required: words.required, optional: words.optional }} defaultValue={before.id} choices={others.map(({ id, day }) => ({ value: id, label: shortDay(day, locale) }))} />
          <Button kind="quiet">{one.compare}</Button>
        </form>
      ) : null}
      {hasSome ? null : <p className="note">{one.noCompare(shortDay(before.day, locale))}</p>}
      {before.norms.length > 0 ? <DataTable caption={one.norm} rows={before.norms as Compared[]} keyOf={({ id }) => id} columns={columns((id) => `${id} ${words.norms[id as keyof typeof words.norms]}`)} /> : null}
      {before.points.length > 0 ? (
        <>
          <h3>{one.points}</h3>
          <DataTable caption={one.points} rows={before.points as Compared[]} keyOf={({ id }) => id} columns={columns((id) => ofPoint(id as never))} />
        </>
      ) : null}
      {pictured.map((point) => (
        <div key={point} className="walkpair">
          <h3>{ofPoint(point)}</h3>
          <div className="beforeafter">
            <Side title={one.photosBefore} here={`${base}/walks/${before.id}`} ids={before.photos.filter((photo) => photo.point === point).map(({ id }) => id)} what={ofPoint(point)} />
            <Side title={one.photosAfter} here={`${base}/walks/${walk.id}`} ids={read.photos.filter((photo) => photo.point === point).map(({ id }) => id)} what={ofPoint(point)} />
          </div>
        </div>
      ))}
      {again}
    </Section>
  );
}

function Side({ title, here, ids, what }: { title: string; here: string; ids: readonly string[]; what: string }) {
  return <figure><figcaption className="small">{title}</figcaption><Pictures here={here} ids={ids} what={what} /></figure>;
}
