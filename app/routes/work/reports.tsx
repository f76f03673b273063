import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { reportsOf } from '#app/domain/pilot/progress-reports/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { squareOfReport } from './report-square.ts';
import { dueOf } from './told.ts';
import { WorkHead } from './work-head.tsx';
import type { Route } from './+types/reports.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, reports: await reportsOf(ctx, place.code), due: await dueOf(ctx, [place.code]) };
  });
}

/** 社区的进展报告. */
export default function ReportsAtWork({ loaderData: { place, reports, due } }: Route.ComponentProps) {
  const words = useWords(reportWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <WorkHead place={place} here="reports" due={due} lead={words.lead} />
      <Section title={words.title} hideTitle tight>
        {reports.length === 0 ? <Empty text={words.none} /> : (
          <DataTable
            caption={words.title}
            rows={reports}
            keyOf={({ id }) => id}
            columns={[
              { head: words.period, isName: true, cell: (row) => <a href={`/work/${place.code}/reports/${row.id}`}>{words.span(shortDay(row.fromOn, locale), shortDay(row.untilOn, locale))}</a> },
              { head: words.dueOn, cell: (row) => shortDay(row.dueOn, locale) },
              { head: words.state, cell: (row) => <Status state={squareOfReport(row)}>{row.isLate ? words.late : words.states[row.state]}</Status> },
            ]}
          />
        )}
      </Section>
    </>
  );
}
