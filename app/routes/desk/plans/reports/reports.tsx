import { Link, redirect } from 'react-router';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { StartReportInput } from '#app/domain/city/monitoring-reports/input.ts';
import { reportKinds, writableFrom } from '#app/domain/city/monitoring-reports/model.ts';
import { earlierReports, reportsAtDesk } from '#app/domain/city/monitoring-reports/read.ts';
import { startReport } from '#app/domain/city/monitoring-reports/start-report.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, longDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/reports.ts';

export const reportTones = { draft: 'now', 'handed-up': 'info', published: 'good' } as const;

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { plan, reports } = await reportsAtDesk(ctx, params.id);
    const today = beijingDay(ctx.now);
    const years = yearsOf(plan);
    const next = years.find((year) => `${year}-12-31` >= today);
    return { next: next === undefined ? null : { year: next, from: writableFrom(next) }, earlier: await earlierReports(ctx, plan), plan: { id: plan.id, zh: plan.zh, en: plan.en, isPublished: plan.revision > 0 }, reports, years: years.filter((year) => `${year}-12-31` < today).toReversed(), isOver: plan.endsOn < today };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, StartReportInput, async (input) => redirect(`/desk/plans/${params.id}/reports/${await startReport(ctx, params.id, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 监测报告 of a plan at the desk. */
export default function PlanReports({ loaderData: { plan, reports, years, isOver, next, earlier }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(monitoringWords);
  const desk = useWords(cityDeskWords);
  const locale = useLocale();
  const canStart = plan.isPublished && years.length > 0;
  return (
    <>
      <PageHead
        crumbs={[{ label: desk.plans.title, to: '/desk/plans' }, { label: locale === 'en' ? plan.en : plan.zh, to: `/desk/plans/${plan.id}` }]} title={words.title} lead={words.lead}
        actions={canStart && (
          <ConfirmButton label={words.start} question={words.startAsk} danger={false} type="primary">
            <SelectField name="kind" label={words.fields.kind} problem={problem} known={isOver ? 'closing' : 'yearly'} options={reportKinds.filter((kind) => kind === 'yearly' || isOver).map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
            <SelectField name="year" label={words.fields.year} problem={problem} known={String(years[0])} options={years.map((year) => ({ value: String(year), label: String(year) }))} />
            <TextField name="why" label={words.fields.why} hint={words.whyHint} problem={problem} maxLength={300} optional />
          </ConfirmButton>
        )}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      <Pane flush={reports.length > 0}>
        {reports.length === 0 ? <p className="note">{canStart ? words.none : !plan.isPublished ? words.noneDraft : words.noneOver}</p> : (
          <FigureTable
            label={words.title} rows={reports} keyOf={(row) => row.id}
            columns={[
              { name: 'report', title: words.columns.report, place: 'main', show: (row) => <Link to={`/desk/plans/${plan.id}/reports/${row.id}`}>{words.short(row.kind, row.year)}</Link> },
              { name: 'edition', title: words.columns.edition, show: (row) => words.edition(row.edition) },
              { name: 'by', title: words.columns.by, show: (row) => `${row.startedByName} · ${shortTime(row.startedAt, locale)}` },
              { name: 'published', title: words.columns.published, show: (row) => (row.publishedAt ? `${row.publishedByName} · ${shortTime(row.publishedAt, locale)}` : '—') },
              { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={reportTones[row.state]}>{words.states[row.state]}</StatusTag> },
            ]}
          />
        )}
      </Pane>
      {next && plan.isPublished && <p className="note">{words.writableFrom(next.year, longDay(next.from, locale))}</p>}
      {earlier.length > 0 && (
        <Pane title={words.earlier}>
          <ul>{earlier.map((each) => <li key={each.id}><Link to={`/desk/plans/${each.planId}/reports/${each.id}`}>{words.of(locale === 'en' ? each.en : each.zh, each.kind, each.year)}</Link></li>)}</ul>
        </Pane>
      )}
    </>
  );
}
