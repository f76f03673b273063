import { Link } from 'react-router';
import { openCallsOn } from '#app/domain/pilot/calls/read.ts';
import { governmentsOf } from '#app/domain/pilot/applications/applicants.ts';
import { applicantLevels } from '#app/domain/pilot/calls/model.ts';
import { listMine } from '#app/domain/pilot/applications/read.ts';
import { type ApplyWords, applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey, type Locale } from '#app/platform/ctx.ts';
import { beijingDay, longDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { Words } from '#app/ui/light/phrases.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { type Column, DataTable } from '#app/ui/light/table.tsx';
import type { Route } from './+types/home.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const before = new URL(request.url).searchParams.get('before') ?? undefined;
    return {
      calls: await openCallsOn(ctx, beijingDay(ctx.now)),
      mine: await listMine(ctx, before),
      isSignedIn: ctx.actor.id !== '',
      isApplicant: governmentsOf(ctx.actor, applicantLevels).length > 0,
      seesList: ctx.actor.grants.some((grant) => grant.role === 'government-officer' || grant.role === 'community-worker'),
    };
  });
}

export default function ApplyHome({ loaderData: { calls, mine, isSignedIn, isApplicant, seesList } }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={words.home.title} about={words.home.lead} />
      <div className="wrap">
        <PageHead title={words.home.title} lead={words.home.lead} />
      </div>
      <Section title={words.home.open} tight>
        {calls.length === 0 ? <Empty drawing="hop" text={words.home.none} /> : null}
        <div className="stack-cards">
          {calls.map((call) => (
            <article key={call.id} className="card">
              <h3>
                <Link to={`/apply/calls/${call.id}`}><Words text={locale === 'en' && call.titleEn ? call.titleEn : call.title} /></Link>
              </h3>
              <p className="small muted">
                {words.home.until(longDay(call.closesOn, locale))} · {words.home.places(call.places)}
              </p>
              <div className="row">
                {isApplicant ? <ButtonLink href={`/apply/new?call=${call.id}`}>{words.home.start}</ButtonLink> : null}
                {isSignedIn ? null : <ButtonLink href="/account/sign-in?to=%2Fapply">{words.home.signIn}</ButtonLink>}
                <ButtonLink kind="quiet" href={`/apply/calls/${call.id}`}>{words.home.details}</ButtonLink>
              </div>
            </article>
          ))}
        </div>
      </Section>
      {seesList ? <Mine mine={mine} /> : null}
      <Section title={words.home.who} mist id="who">
        <div className="grid2">
          <div>
            <p>{words.home.whoText}</p>
            {isSignedIn && !isApplicant ? <p className="edition info">{words.home.notOfficer}</p> : null}
            {isSignedIn ? null : <p className="small muted">{words.home.signInText}</p>}
          </div>
          <div className="card">
            <h3>{words.home.others}</h3>
            <p className="small">{words.home.othersText}</p>
            <div className="row">
              <ButtonLink kind="quiet" href="/recommend">{words.home.recommend}</ButtonLink>
              <ButtonLink kind="plain" href="/receipts">{words.verify.title}</ButtonLink>
            </div>
          </div>
        </div>
      </Section>
    </>
  );
}

type Row = Awaited<ReturnType<typeof listMine>>['rows'][number];

function Mine({ mine }: { mine: Awaited<ReturnType<typeof listMine>> }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  return (
    <Section title={words.home.mine}>
      {mine.rows.length === 0 ? <Empty drawing="pencil" text={words.home.noneMine} /> : (
        <DataTable
          caption={words.home.list}
          rows={mine.rows}
          keyOf={(row) => row.id}
          columns={columnsOf(words, locale)}
        />
      )}
      <Pager words={{ label: words.home.list, prev: '', next: words.home.older }} next={mine.next ? `/apply?before=${mine.next}` : undefined} />
    </Section>
  );
}

const states = { draft: 'now', returned: 'late', submitted: 'done', complete: 'done', 'in-review': 'done', accepted: 'done', declined: 'rest' } as const;

function columnsOf(words: ApplyWords, locale: Locale): Column<Row>[] {
  return [
    { head: words.home.unit, isName: true, cell: (row) => <Link to={`/apply/${row.id}`}>{row.unit}</Link> },
    { head: words.home.number, cell: (row) => row.number },
    { head: words.home.call, cell: (row) => (locale === 'en' && row.callTitleEn ? row.callTitleEn : row.callTitle) },
    { head: words.home.status, cell: (row) => <Status state={states[row.status]}>{words.statuses[row.status]}</Status> },
    { head: words.home.changed, cell: (row) => shortTime(row.updatedAt, locale) },
  ];
}
