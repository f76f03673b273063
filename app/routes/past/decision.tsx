import { explainedFacts } from '#app/domain/pilot/panels/explained-lines.ts';
import { pastDecision } from '#app/domain/public/time-machine/past-decision.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Facts, PageHead } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { EditionThen, PlaceThen, SinceThen } from './then.tsx';
import type { Route } from './+types/decision.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => ({ past: await pastDecision(signedIn(context.get(ctxKey), request), params.id) }));
}

/** 打开一次决定. */
export default function PastDecision({ loaderData: { past } }: Route.ComponentProps) {
  const words = useWords(timeMachineWords);
  const locale = useLocale();
  const title = words.decisionTitle(past.place.name);
  return (
    <div className="wrap body past">
      <PageTitle title={title} />
      <Breadcrumb label={words.crumb} links={[{ href: '/', label: words.home }, { href: `/past/${past.place.code}`, label: words.title }]} here={title} />
      <PageHead title={title} lead={words.decisionLead(shortTime(past.frozenAt, locale))} />
      <SinceThen differs={past.differs} checked={past.checked} />
      <section className="card">
        <Facts facts={[
          ...explainedFacts(past.content, locale).map(([term, text]) => ({ term, text: <span style={{ whiteSpace: 'pre-line' }}>{text}</span> })),
          { term: words.place, text: <PlaceThen place={past.place} /> },
          { term: words.edition, text: <EditionThen edition={past.edition} /> },
          ...(past.handedIn ? [{ term: words.handedIn, text: <>{words.round(past.handedIn.round, shortTime(past.handedIn.at, locale))} <a href={`/receipts/${past.handedIn.code}`}>{words.receipt}</a></> }] : []),
          { term: words.sealed, text: words.sealedWords[past.anchored.state] },
          { term: words.columns.hash, text: <code style={{ overflowWrap: 'anywhere' }}>{past.hash}</code> },
        ]} />
      </section>
      <DataTable
        caption={words.papers} showCaption none={words.noPapers} rows={past.papers} keyOf={(row) => row.sha256}
        columns={[
          { head: words.columns.title, isName: true, cell: (row) => row.name },
          { head: words.columns.hash, cell: (row) => <code style={{ overflowWrap: 'anywhere' }}>{row.sha256}</code> },
        ]}
      />
    </div>
  );
}
