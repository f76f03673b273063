import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { formats } from '#app/domain/base/exports/model.ts';
import { orderExport } from '#app/domain/base/exports/order.ts';
import { listWalks } from '#app/domain/service/walks/read.ts';
import { bandOf } from '#app/domain/service/walks/score.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { lists } from '#app/jobs/lists/all.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
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
    return { place, rows: await listWalks(ctx, place.code), isOrdered: new URL(request.url).searchParams.has('ordered') };
  });
}

/** 导出 the walks of the community: a short list comes at once, of a long one a message tells. */
export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({ format: z.enum(formats) }), async ({ format }) => {
    const { id, isReady } = await orderExport(ctx, lists, { deed: 'order', list: 'walks', search: `?region=${code}`, format });
    return redirect(isReady ? `/desk/exports/${id}/file` : `/work/${code}/children/walks?ordered=yes`);
  });
}

/** 走查名单 of a community: what is to come first, then what was walked, with its score. */
export default function WalkList({ loaderData: { place, rows, isOrdered }, actionData }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const locale = useLocale();
  const sheets = useWords(sheetsWords);
  const problem = (actionData ?? {}) as Problem;
  const { list, one, columns } = words;
  const base = `/work/${place.code}/children/walks`;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="walks" lead={words.lead} />
      <Section title={list.caption} hideTitle tight>
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : isOrdered ? <Callout>{sheets.ordered}</Callout> : null}
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
        {rows.length > 0 ? <form method="post" className="row no-print"><span className="small">{list.file}</span>{formats.map((format) => <Button key={format} kind="quiet" small name="format" value={format}>{sheets.formats[format]}</Button>)}</form> : null}
      </Section>
      <Section title={list.how} mist tight>
        <ol className="walksteps">{list.steps.map((step) => <li key={step}>{step}</li>)}</ol>
      </Section>
    </>
  );
}
