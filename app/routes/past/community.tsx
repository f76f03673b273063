import { communityOn } from '#app/domain/public/time-machine/community-on.ts';
import { DayInput } from '#app/domain/public/time-machine/moment.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Facts, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { EditionThen, PlaceThen } from './then.tsx';
import type { Route } from './+types/community.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    return { past: await communityOn(ctx, params.code, query(request, DayInput).day), today: beijingDay(ctx.now) };
  });
}

export default function CommunityOnADay({ loaderData: { past, today } }: Route.ComponentProps) {
  const words = useWords(timeMachineWords);
  const levels = useWords(certificationWords).levels as Record<string, string>;
  const locale = useLocale();
  const title = words.of(past.place.name);
  const score = (value: number | null) => (value === null ? '—' : value.toFixed(1));
  const open = (id: string, stream: keyof typeof words.streams, year: number, revision: number) => (
    <a href={`/past/${past.place.code}/results/${id}`}>{words.openResult(words.streams[stream], year, revision)}</a>
  );
  return (
    <div className="wrap body past">
      <PageTitle title={title} />
      <Breadcrumb label={words.crumb} links={[{ href: '/', label: words.home }]} here={words.title} />
      <PageHead title={title} lead={words.lead} />
      <form className="row no-print" method="get">
        <div className="field">
          <label htmlFor="day">{words.day}</label>
          <input className="in" type="date" id="day" name="day" defaultValue={past.day} max={today} aria-describedby="day-hint" />
          <p className="small muted" id="day-hint">{words.dayHint}</p>
        </div>
        <Button>{words.open}</Button>
        {past.day === today ? null : <ButtonLink kind="plain" href={`/past/${past.place.code}`}>{words.today}</ButtonLink>}
      </form>
      <h2>{words.asOf(longDay(past.day, locale))}</h2>
      <section className="card">
        <Facts facts={[
          { term: words.place, text: <PlaceThen place={past.place} /> },
          { term: words.edition, text: past.edition ? <EditionThen edition={past.edition} /> : words.noEdition },
          { term: words.evidence, text: words.evidenceOf(past.evidence.standing, past.evidence.over) },
        ]} />
      </section>
      <DataTable
        caption={words.results} showCaption none={words.noResults} rows={past.results} keyOf={(row) => row.id}
        columns={[
          { head: words.columns.stream, isName: true, cell: (row) => open(row.id, row.stream, row.year, row.revision) },
          { head: words.columns.score, right: true, cell: (row) => score(row.score) },
          { head: words.columns.rules, right: true, cell: (row) => words.rulesOf(row.rules) },
          { head: words.columns.at, cell: (row) => shortTime(row.concludedAt, locale) },
        ]}
      />
      <DataTable
        caption={words.certificates} showCaption none={words.noCertificates} rows={past.certificates} keyOf={(row) => row.number}
        columns={[
          { head: words.columns.number, isName: true, cell: (row) => <a href={`/certificates/${row.number}`}>{row.number}</a> },
          { head: words.columns.level, cell: (row) => levels[row.level] ?? row.level },
          { head: words.columns.state, cell: (row) => words.standings[row.standing] },
          { head: words.columns.until, cell: (row) => longDay(row.validUntil, locale) },
        ]}
      />
      <DataTable
        caption={words.decisions} showCaption none={words.noDecisions} rows={past.decisions} keyOf={(row) => row.id}
        columns={[
          { head: words.columns.number, isName: true, cell: (row) => <a href={`/past/decisions/${row.id}`}>{row.number}</a> },
          { head: words.columns.outcome, cell: (row) => words.outcomes[row.outcome] ?? row.outcome },
          { head: words.columns.at, cell: (row) => shortTime(row.frozenAt, locale) },
        ]}
      />
      <details className="box">
        <summary>{words.every}</summary>
        <DataTable
          caption={words.every} none={words.noResults} rows={past.sheets} keyOf={(row) => row.id}
          columns={[
            { head: words.columns.stream, isName: true, cell: (row) => open(row.id, row.stream, row.year, row.revision) },
            { head: words.columns.score, right: true, cell: (row) => score(row.score) },
            { head: words.columns.at, cell: (row) => shortTime(row.concludedAt, locale) },
          ]}
        />
      </details>
    </div>
  );
}
