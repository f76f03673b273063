import { Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { AssessmentFilter } from '#app/domain/children/impact-assessments/input.ts';
import { isInForce, type State, states } from '#app/domain/children/impact-assessments/model.ts';
import { listAssessments } from '#app/domain/children/impact-assessments/read.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/assessments.ts';

export const impactTones: Record<State, Tone> = { draft: 'info', submitted: 'now', returned: 'bad', approved: 'good', withdrawn: 'rest' };
const Asked = AssessmentFilter.extend(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const page = await listAssessments(ctx, asked);
    const place = await placeNames(ctx, page.rows.map(({ regionCode }) => regionCode));
    return { asked, page: { ...page, rows: page.rows.map((row) => ({ ...row, place: place(row.regionCode) })) }, today: beijingDay(ctx.now), mayWrite: mayAnywhere(ctx.actor, 'impact.write') };
  });
}

/** 影响评估登记. */
export default function ImpactAssessments({ loaderData: { asked, page, today, mayWrite } }: Route.ComponentProps) {
  const words = useWords(impactWords);
  const locale = useLocale();
  const isFiltered = Boolean(asked.q || asked.state || asked.ending);
  const separator = locale === 'en' ? ', ' : '、';
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={mayWrite ? <ButtonLink type="primary" to="/desk/privacy/assessments/new">{words.new}</ButtonLink> : undefined} />
      <KeysetTable
        page={page}
        empty={{ text: isFiltered ? words.noneFound : words.none }}
        filters={
          <>
            <SearchBox value={asked.q} label={words.find} placeholder={words.findHint} />
            <PickBox name="state" label={words.state} value={asked.state} options={states.map((value) => ({ value, label: words.states[value] }))} />
            <PickBox name="ending" label={words.ending} value={asked.ending} options={(['soon', 'over'] as const).map((value) => ({ value, label: words.endings[value] }))} />
          </>
        }
        columns={[
          { name: 'title', title: words.columns.title, place: 'main', show: (row) => <><Link to={`/desk/privacy/assessments/${row.id}`}><b>{row.title}</b></Link><small>{row.number} · {words.version(row.version)} · {row.place || words.nation}</small></> },
          { name: 'subject', title: words.columns.subject, place: 'wide', show: (row) => [...row.triggers.map((trigger) => words.triggers[trigger]), ...row.purposes.map((purpose) => words.purposes[purpose])].join(separator) },
          { name: 'people', title: words.columns.people, show: (row) => (row.origin === 'delivered' ? words.delivered : [row.writtenByName, row.decidedByName].filter(Boolean).join(separator)) },
          { name: 'until', title: words.columns.until, show: (row) => <span className="num">{shortDay(row.validUntil, locale)}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => (row.state === 'approved' && !isInForce(row, today) ? <StatusTag tone="bad">{words.over}</StatusTag> : <StatusTag tone={impactTones[row.state]}>{words.states[row.state]}</StatusTag>) },
        ]}
      />
    </>
  );
}
