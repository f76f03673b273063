import { Alert, Button } from 'antd';
import { Link, redirect } from 'react-router';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { fileReport } from '#app/domain/children/compliance/file-report.ts';
import { ComplianceAsked, FilingInput } from '#app/domain/children/compliance/input.ts';
import { dueOn, firstYear } from '#app/domain/children/compliance/model.ts';
import { getReport, ownPlace, recount, yearToShow } from '#app/domain/children/compliance/read.ts';
import { complianceWords } from '#app/i18n/compliance.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { TextField } from '#app/ui/desk/field.tsx';
import { Filters, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { ReportFigures } from './report-figures.tsx';
import type { Route } from './+types/report.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, ComplianceAsked);
  return show(async () => {
    const [regionCode, year, today] = [asked.region ?? ownPlace(ctx), asked.year ?? yearToShow(ctx), beijingDay(ctx.now)];
    const report = await getReport(ctx, { regionCode, year, number: asked.number });
    const checked = report.filing && asked.check ? await recount(ctx, { regionCode, year, number: report.filing.number }) : null;
    const last = Number(today.slice(0, 4));
    return { ...report, regionCode, year, years: Array.from({ length: last - firstYear + 1 }, (_, i) => last - i), path: regionCode === '*' ? [] : await regionPath(ctx, regionCode), checked, isLate: today > dueOn(year), today };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, FilingInput, async (input) => {
    await fileReport(ctx, input);
    return redirect(`/desk/privacy?${new URLSearchParams({ year: String(input.year), region: input.regionCode })}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 年度合规报告: the figures of a place and a year, filed or to be filed. */
export default function ComplianceReport({ loaderData: data, actionData: problem }: Route.ComponentProps) {
  const words = useWords(complianceWords);
  const locale = useLocale();
  const { content, filing, filings, stock, year, regionCode, checked } = data;
  const csv = `/desk/privacy/report.csv?${new URLSearchParams({ year: String(year), region: regionCode, ...(filing ? { number: String(filing.number) } : {}) })}`;
  const place = content.place || words.nation;
  return (
    <>
      <PageHead
        title={words.title(year)} lead={words.lead} beside={place}
        actions={<><Button href={csv} download>{words.csv}</Button><PrintButton>{words.print}</PrintButton>{data.mayFile ? <FileButton data={data} problem={problem} /> : null}</>}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      <Pane>
        <Filters>
          <PickBox name="year" label={words.year} value={String(year)} options={data.years.map((one) => ({ value: String(one), label: String(one) }))} />
          <div className="fil-item">{words.region}<RegionFilter path={data.path} none={words.nation} /></div>
        </Filters>
      </Pane>
      <Standing data={data} />
      {checked ? <Alert type={checked.isSame ? 'success' : 'error'} showIcon style={{ marginBottom: 16 }} title={checked.isSame ? words.same : words.differs} /> : null}
      <ReportFigures content={content} />
      <Pane title={words.notices}>
        {content.notices.length === 0 ? words.noNotices : <ul>{content.notices.map(({ version, publishedOn }) => <li key={version}><a href={`/privacy/children?version=${version}`}>{words.notice(version, shortDay(publishedOn, locale))}</a></li>)}</ul>}
        <p className="small">{words.asOf(shortTime(content.asOf, locale))}{stock ? ` · ${words.stock(shortTime(stock.takenAt, locale))}` : ''}</p>
      </Pane>
      {filing ? (
        <Pane title={words.filings} actions={<Link className="no-print" to={`?${new URLSearchParams({ year: String(year), region: regionCode, number: String(filing.number), check: 'yes' })}`}>{words.check}</Link>}>
          <ul>
            {filings.map((one) => (
              <li key={one.number}>
                <Link to={`?${new URLSearchParams({ year: String(year), region: regionCode, number: String(one.number) })}`}>{words.filed(one.number, shortDay(one.filedOn, locale), one.filedByName)}</Link> · {words.receipt} {one.receipt}
                {one.note ? ` · ${words.why} ${one.note}` : ''} · {words.hash} <code className="mono">{one.hash.slice(0, 12)}</code>
              </li>
            ))}
          </ul>
        </Pane>
      ) : null}
    </>
  );
}

type Data = Route.ComponentProps['loaderData'];

/** 报送到了哪一步: running, to be filed, late, or filed. */
function Standing({ data: { content, filing, stock, year, isLate } }: { data: Data }) {
  const words = useWords(complianceWords);
  const locale = useLocale();
  const due = shortDay(dueOn(year), locale);
  if (filing) return <Alert type="success" showIcon style={{ marginBottom: 16 }} title={words.filed(filing.number, shortDay(filing.filedOn, locale), filing.filedByName)} description={`${words.receipt} ${filing.receipt}`} />;
  if (!stock) return <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.noStock} />;
  if (content.isPreliminary) return <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.preliminary(shortTime(content.asOf, locale))} description={words.due(due)} />;
  return <Alert type={isLate ? 'error' : 'warning'} showIcon style={{ marginBottom: 16 }} title={isLate ? words.late(due) : words.over(due)} />;
}

/** 报送后存档, or its correction. */
function FileButton({ data: { filing, year, regionCode, today }, problem }: { data: Data; problem: Problem | undefined }) {
  const words = useWords(complianceWords);
  return (
    <ConfirmButton label={filing ? words.correct : words.fileIt} question={words.fileAsk} fields={{ year: String(year), regionCode }} danger={false} type={filing ? 'default' : 'primary'}>
      <TextField name="filedOn" type="date" label={words.fields.filedOn} known={today} max={today} problem={problem} />
      <TextField name="receipt" label={words.fields.receipt} maxLength={120} problem={problem} />
      {filing ? <TextField name="note" label={words.fields.note} minLength={4} maxLength={500} problem={problem} /> : null}
    </ConfirmButton>
  );
}
