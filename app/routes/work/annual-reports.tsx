import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { OrderInput } from '#app/domain/public/annual-report/input.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { publicReports, reportsFor } from '#app/domain/public/annual-report/read.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { NumberField } from '#app/ui/light/text-field.tsx';
import { WorkHead } from './work-head.tsx';
import type { Route } from './+types/annual-reports.ts';

const squares = { waiting: 'now', ready: 'next', published: 'done' } as const;

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const mayMake = may(ctx.actor, 'annual-report.make', { regionCode: place.code });
    const rows = mayMake ? await reportsFor(ctx, place.code) : await publicReports(ctx, place.code);
    return { place, mayMake, year: beijingDay(ctx.now).slice(0, 4), rows: rows.map(({ id, year, number, asOf, state }) => ({ id, year, number, asOf, state })) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, OrderInput.pick({ year: true }), async ({ year }) => redirect(`/annual-reports/${await orderReport(ctx, { regionCode: params.code, year })}`));
}

/** 本社区的年度报告. */
export default function CommunityAnnualReports({ loaderData: { place, mayMake, year, rows }, actionData }: Route.ComponentProps) {
  const words = useWords(annualReportWords);
  const form = useWords(applyWords).form;
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <WorkHead place={place} here="annual-reports" lead={words.lead} />
      <Section title={words.title} hideTitle tight>
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        <DataTable
          caption={words.title} none={words.noneYet} rows={rows} keyOf={(row) => row.id}
          columns={[
            { head: words.columns.report, isName: true, cell: (row) => <a href={`/annual-reports/${row.id}`}>{words.of(place.name, row.year)}</a> },
            { head: words.columns.by, cell: (row) => words.number(row.number) },
            { head: words.columns.asOf, cell: (row) => shortTime(row.asOf, locale) },
            { head: words.columns.state, cell: (row) => <Status state={squares[row.state]}>{words.states[row.state]}</Status> },
          ]}
        />
        {mayMake ? (
          <form method="post" className="card narrow" noValidate>
            <h2>{words.make}</h2>
            <p className="small muted">{words.makeLead}</p>
            <NumberField id="year" label={words.year} words={form} required defaultValue={year} error={actionData?.fields?.year?.[0]} />
            <Button>{words.make}</Button>
          </form>
        ) : null}
      </Section>
    </>
  );
}
