import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { listWalks } from '#app/domain/service/walks/read.ts';
import { bandOf } from '#app/domain/service/walks/score.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { DemoMark } from '#app/ui/light/tag.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { stateSquares } from './squares.ts';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, rows: await listWalks(ctx, place.code) };
  });
}

/** 走查名单 of a community: what is to come first, then what was walked, with its score. */
export default function WalkList({ loaderData: { place, rows } }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const locale = useLocale();
  const { list, one, columns } = words;
  const base = `/work/${place.code}/children/walks`;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="walks" lead={words.lead} />
      <Section title={list.caption} hideTitle tight>
        <p className="row no-print">
          <ButtonLink href={`${base}/new`}>{list.plan}</ButtonLink>
          <ButtonLink kind="plain" href={`/communities/${place.code}/walks`}>{list.open}</ButtonLink>
          <ButtonLink kind="plain" href={`/safe-routes?region=${place.code}`}>{list.map}</ButtonLink>
        </p>
        {rows.length === 0 ? <Empty drawing="eye" text={list.none} /> : (
          <DataTable caption={list.caption} rows={rows} keyOf={({ id }) => id} columns={[
            { head: columns.where, isName: true, cell: (row) => <><a href={`${base}/${row.id}`}>{row.place}</a>{row.isInvented ? <DemoMark word={words.sample} /> : null}</> },
            { head: columns.day, cell: ({ day }) => shortDay(day, locale) },
            { head: columns.state, cell: ({ state }) => <Status state={stateSquares[state]}>{words.states[state]}</Status> },
            { head: one.facts.children, cell: ({ children, groupName }) => `${groupName} · ${words.kids(children)}` },
            { head: one.score, cell: ({ score }) => (score === null ? list.noScore : `${words.points(score)} · ${words.bands[bandOf(score)]}`) },
            { head: columns.tickets, right: true, cell: ({ tickets }) => String(tickets) },
          ]} />
        )}
      </Section>
      <Section title={list.how} mist tight>
        <ol>{list.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      </Section>
    </>
  );
}
