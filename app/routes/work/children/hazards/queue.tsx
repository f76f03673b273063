import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { hazardStates } from '#app/domain/service/hazards/model.ts';
import { countQueue, listQueue } from '#app/domain/service/hazards/read.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/queue.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { state } = query(request, z.object({ state: z.enum(hazardStates).optional() }));
    const [rows, counts] = await Promise.all([listQueue(ctx, place.code, { state }), countQueue(ctx, place.code)]);
    return { place, state, rows, counts };
  });
}

/** 隐患队列: cards for one thumb; the dangerous and the late first. */
export default function HazardQueue({ loaderData: { place, state, rows, counts } }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const locale = useLocale();
  const base = `/work/${place.code}/children/hazards`;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="hazards" lead={words.work.lead} />
      <Section title={words.list} hideTitle tight>
        <div className="row no-print">
          <ButtonLink kind="quiet" href={`/hazards/report?region=${place.code}`}>{words.report}</ButtonLink>
          <ButtonLink kind="plain" href={`${base}/responsible`}>{words.work.responsible}</ButtonLink>
        </div>
        <FilterBar label={words.state} filters={[
          { href: base, label: words.open, current: !state },
          ...hazardStates.map((one) => ({ href: `${base}?state=${one}`, label: words.states[one], count: counts[one] ?? 0, current: state === one })),
        ]} />
        {rows.length === 0 ? <Empty drawing="eye" text={words.work.empty} /> : (
          <ul className="plainlist">
            {rows.map((row) => (
              <li key={row.id} className="card">
                <div className="row close">
                  <Tag kind={row.danger === 3 ? 'check' : 'plain'}>{words.dangers[row.danger]}</Tag>
                  <Status state={row.isLate ? 'late' : row.state === 'verified' ? 'done' : 'now'}>{words.states[row.state]}</Status>
                  {row.isLate ? <b>{words.work.late}</b> : null}
                  {row.escalation > 0 ? <span className="small">{words.work.escalated}</span> : null}
                  {row.reopened > 0 ? <span className="small">{words.work.reopenedTimes(row.reopened)}</span> : null}
                </div>
                <h2><a href={`${base}/${row.id}`}>{words.kinds[row.kind]} · {row.placeText || place.name}</a></h2>
                <p className="small muted">
                  {words.sources[row.source]} · {words.days(row.days)}{row.dueOn ? ` · ${words.work.dueOn} ${shortDay(row.dueOn, locale)}` : ''}{row.assigneeName ? ` · ${row.assigneeName}` : ''}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}
