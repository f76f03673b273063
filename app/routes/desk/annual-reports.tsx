import { redirect } from 'react-router';
import { OrderInput } from '#app/domain/public/annual-report/input.ts';
import { orderReport } from '#app/domain/public/annual-report/order-report.ts';
import { reportsFor } from '#app/domain/public/annual-report/read.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { TextField } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/annual-reports.ts';

const tones = { waiting: 'now', ready: 'info', published: 'good' } as const;

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const rows = await reportsFor(ctx);
    const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
    return { rows: rows.map(({ id, year, number, asOf, state, regionCode, orderedByName }) => ({ id, year, number, asOf, state, regionCode, orderedByName, place: place(regionCode) })), year: Number(beijingDay(ctx.now).slice(0, 4)) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, OrderInput, async (input) => redirect(`/annual-reports/${await orderReport(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 年度报告 at the desk. */
export default function DeskAnnualReports({ loaderData: { rows, year }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(annualReportWords);
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <ConfirmButton label={words.make} question={words.makeLead} danger={false} type="primary">
            <TextField name="year" label={words.year} problem={problem} known={String(year)} inputMode="numeric" pattern="\d{4}" />
            <TextField name="regionCode" label={words.scope} hint={words.scopeHint} problem={problem} optional inputMode="numeric" pattern="\d{2,12}" />
          </ConfirmButton>
        }
      />
      <ProblemAlert problem={problem} names={{ year: words.year, regionCode: words.scope }} />
      <KeysetTable
        page={{ rows }}
        empty={{ text: words.noneYet }}
        columns={[
          { name: 'report', title: words.columns.report, place: 'main', show: (row) => <a href={`/annual-reports/${row.id}`}><b>{words.of(row.place || words.nation, row.year)}</b></a> },
          { name: 'by', title: words.columns.by, show: (row) => `${words.number(row.number)} · ${row.orderedByName}` },
          { name: 'asOf', title: words.columns.asOf, show: (row) => <span className="num">{shortTime(row.asOf, locale)}</span> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={tones[row.state]}>{words.states[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
