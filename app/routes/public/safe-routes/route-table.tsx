import type { SafeRoute } from '#app/domain/service/hazards/safe-map.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';

/** 一条路线: its parts in order, what is to be mended, how many repairs were confirmed. */
export function RouteTable({ route }: { route: SafeRoute }) {
  const all = useWords(spacesWords);
  const locale = useLocale();
  const words = all.safe;
  return (
    <section className="sec tight" id={`route-${route.id}`}>
      <div className="sechead"><h2>{route.name}</h2>
      <p>{words.to} {route.school} · {route.place}{route.isInvented ? ` · ${all.invented}` : ''}</p>
      <p>{words.summary(route.good, route.segments.length, route.verified)}</p>
      {route.about ? <p className="muted">{route.about}</p> : null}</div>
      <DataTable caption={route.name} rows={route.segments} keyOf={({ id }) => id} columns={[
        { head: words.segment, isName: true, cell: (part) => <>{part.position}. {part.name}</> },
        { head: words.standing, cell: (part) => <Status state={part.standing === 'good' ? 'done' : 'now'}>{words.standings[part.standing]}</Status> },
        { head: words.toMend, cell: (part) => part.bad.map((check) => all.checks[check]).join(' · ') || '—' },
        { head: words.verified, right: true, cell: (part) => String(part.verified) },
        { head: words.open, right: true, cell: (part) => String(part.open) },
        { head: words.walked, cell: (part) => (part.checkedOn ? shortDay(part.checkedOn, locale) : '—') },
        { head: words.report, cell: (part) => <a href={`/hazards/report?region=${route.regionCode}&place=segment:${part.id}`}>{words.report}</a> },
      ]} />
    </section>
  );
}
