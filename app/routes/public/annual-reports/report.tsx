import { data, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { publishReport } from '#app/domain/public/annual-report/publish-report.ts';
import { findReport, sinceLast, verifyReport } from '#app/domain/public/annual-report/read.ts';
import { annualReportWords } from '#app/i18n/annual-report.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import { FiguresOfYear } from './figures-of-year.tsx';
import { ResultsOfYear } from './results-of-year.tsx';
import type { Route } from './+types/report.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const report = await findReport(ctx, params.id);
    const editions = await Promise.all([...new Set(report.content?.results.map(({ editionId }) => editionId) ?? [])].map((id) => getEdition(ctx, id)));
    const names = editions.map((edition) => ({ id: edition.id, sections: edition.sections.map(({ id, zh, en }) => ({ id, zh, en })), rules: rulesOf(edition).filter(({ id }) => report.content!.results.some((one) => one.missed.some(({ ruleId }) => ruleId === id))).map(({ id, zh, en }) => ({ id, zh, en })) }));
    return { report, names, since: await sinceLast(ctx, report), mayMake: may(ctx.actor, 'annual-report.make', report) };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  try {
    if (form?.get('deed') === 'publish') {
      await publishReport(ctx, params.id);
      return redirect(`/annual-reports/${params.id}`);
    }
    return data({ isSame: (await verifyReport(ctx, params.id)).isSame });
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

/** 一份年度报告: figures, results, what differs from the making before, and where each figure comes from. */
export default function AnnualReport({ loaderData: { report, names, since, mayMake }, actionData }: Route.ComponentProps) {
  const words = useWords(annualReportWords);
  const locale = useLocale();
  const { content } = report;
  const place = content ? (locale === 'en' ? content.place.en : content.place.zh) : report.regionCode === '*' ? words.nation : report.regionCode;
  const title = words.of(place, report.year);
  const whatOf = (what: string) => {
    const [kind, stream] = what.split(' ') as [string, keyof typeof words.streams];
    if (kind === 'communities') return words.communitiesOf(words.streams[stream]);
    return kind === 'mean' ? words.meanOf(words.streams[stream]) : words.figures[what as keyof typeof words.figures];
  };
  const said = (value: number | null) => (value === null ? words.nothing : value.toLocaleString('en'));
  return (
    <div className="wrap body">
      <PageTitle title={title} about={words.lead} />
      <Breadcrumb label={words.crumb} links={[{ href: '/', label: words.home }, { href: '/annual-reports', label: words.title }]} here={title} />
      <PageHead title={title} lead={words.asOf(shortTime(report.asOf, locale))} tags={<span>{words.states[report.state]} · {words.number(report.number)}</span>} />
      {actionData && 'isSame' in actionData ? <Callout kind={actionData.isSame ? 'ok' : 'bad'}>{actionData.isSame ? words.verified : words.differsNow}</Callout> : null}
      {actionData && 'refusal' in actionData && actionData.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      {!content ? <Callout kind="info">{words.waiting}</Callout> : (
        <>
          <div className="row no-print">
            {(['pdf', 'docx'] as const).map((format) => <ButtonLink key={format} kind="quiet" href={`/annual-reports/${report.id}/report.${format}`}>{words.download(format === 'pdf' ? words.pdf : words.word)}</ButtonLink>)}
            {mayMake ? <form method="post"><Button kind="quiet" name="deed" value="verify">{words.verify}</Button></form> : null}
            {mayMake && report.state === 'ready' ? <form method="post"><Button name="deed" value="publish">{words.publish}</Button> <span className="small muted">{words.publishAsk}</span></form> : null}
          </div>
          <section className="stacked">
            <h2>{words.figuresTitle}</h2>
            <FiguresOfYear figures={content.figures} />
          </section>
          <section className="sec tight">
            <h2>{words.results}</h2>
            {content.results.length === 0 ? <p className="note">{words.noResults}</p> : content.results.map((one) => <ResultsOfYear key={`${one.stream} ${one.editionId}`} results={one} names={names.find(({ id }) => id === one.editionId)!} />)}
          </section>
          {since ? (
            <section className="sec tight">
              <h2><a href={`/annual-reports/${since.id}`}>{words.since(since.number)}</a></h2>
              <p>{words.sinceWhy}</p>
              {since.lines.length === 0 ? <p className="note">{words.sinceNone}</p> : (
                <DataTable
                  caption={words.since(since.number)} rows={since.lines} keyOf={(row) => row.what}
                  columns={[{ head: words.what, isName: true, cell: (row) => whatOf(row.what) }, { head: words.earlier, right: true, cell: (row) => said(row.earlier) }, { head: words.later, right: true, cell: (row) => said(row.later) }]}
                />
              )}
            </section>
          ) : null}
          <details className="box">
            <summary>{words.queries}</summary>
            <p>{words.queriesLead}</p>
            <dl>
              {content.figures.map(({ id, query }) => <div key={id}><dt>{words.figures[id]}</dt><dd><code style={{ overflowWrap: 'anywhere' }}>{query}</code></dd></div>)}
              <div><dt>{words.results}</dt><dd><code style={{ overflowWrap: 'anywhere' }}>{content.query}</code></dd></div>
            </dl>
          </details>
          <p className="small muted">{words.fingerprint} <code style={{ overflowWrap: 'anywhere' }}>{report.hash}</code>{report.publishedAt ? <><br />{words.publishedBy(report.publishedByName, shortTime(report.publishedAt, locale))}</> : null}</p>
        </>
      )}
    </div>
  );
}
