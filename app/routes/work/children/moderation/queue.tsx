import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { placeFor } from '#app/domain/base/communities/place-for.ts';
import { LimitInput } from '#app/domain/children/moderation/input.ts';
import { limitOf, setLimit } from '#app/domain/children/moderation/limit.ts';
import { listConcluded, listQueue } from '#app/domain/children/moderation/read.ts';
import { undoConclusion } from '#app/domain/children/moderation/undo.ts';
import { endDuty, listDuties, nameDuty } from '#app/domain/children/protection/duty.ts';
import { listReports } from '#app/domain/children/protection/read-report.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { Duty } from './duty.tsx';
import { Excerpt } from './highlighted.tsx';
import { itemSquares } from './squares.ts';
import type { Route } from './+types/queue.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await placeFor(ctx, 'moderation.decide', params.code);
    const [queue, concluded, limit, duties, { reports, own, mayRead }] = await Promise.all([
      listQueue(ctx, place.code), listConcluded(ctx, place.code), limitOf(ctx, place.code), listDuties(ctx, place.code), listReports(ctx, place.code),
    ]);
    const asked = new URL(request.url).searchParams;
    return {
      place, queue, concluded, limit, duties, reports, own, mayRead, today: beijingDay(ctx.now), told: (['undone', 'saved', 'all'] as const).find((one) => asked.has(one)), outcome: asked.get('outcome') ?? '',
      maySet: may(ctx.actor, 'moderation.limit', { regionCode: place.code }), mayName: may(ctx.actor, 'protection.duty', { regionCode: place.code }),
    };
  });
}

const Deed = z.discriminatedUnion('deed', [
  z.object({ deed: z.literal('undo'), id: z.string() }),
  LimitInput.extend({ deed: z.literal('limit') }),
  z.object({ deed: z.literal('name-duty'), login: z.string().trim().min(1).max(60) }),
  z.object({ deed: z.literal('end-duty'), userId: z.string() }),
]);

export async function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'undo') await undoConclusion(ctx, { regionCode: code, id: input.id });
    if (input.deed === 'limit') await setLimit(ctx, code, input.workdays);
    if (input.deed === 'name-duty') await nameDuty(ctx, code, input.login);
    if (input.deed === 'end-duty') await endDuty(ctx, code, input.userId);
    return redirect(`/work/${code}/children/moderation?${input.deed === 'undo' ? 'undone' : 'saved'}#told`);
  });
}

/** 内容审核: what waits for a person, the oldest first; what was concluded, to be undone; reports for those on duty. */
export default function ModerationQueue({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(moderationWords);
  const locale = useLocale();
  const { place, queue, concluded, told, outcome, today } = loaderData;
  const here = `/work/${place.code}/children/moderation`;
  const problem = actionData?.refusal ?? (actionData?.fields ? 'moderation-limit' : undefined);
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="moderation" lead={words.lead} />
      <Section title={words.waiting} tight>
        {problem ? <Callout kind="bad">{refusalSentence(problem, locale)}</Callout> : null}
        {told ? <div id="told"><Callout kind="ok">{told === 'undone' ? words.item.undone : told === 'all' ? `${words.item.done[outcome] ?? ''}${words.item.all}` : words.limit.saved}</Callout></div> : null}
        {queue.length === 0 ? <Empty drawing="eye" text={words.empty} /> : (
          <>
            <div className="row no-print"><ButtonLink href={`${here}/${queue[0]!.id}`}>{words.start}</ButtonLink></div>
            <DataTable caption={words.waiting} rows={queue} keyOf={({ id }) => id} columns={[
              { head: words.columns.what, isName: true, cell: (row) => <a className="excerpt" href={`${here}/${row.id}`}><Excerpt texts={row.texts} flags={row.flags} /></a> },
              { head: words.columns.kind, cell: (row) => words.kinds[row.kind] },
              { head: words.columns.found, cell: (row) => (row.severity ? <Tag kind={row.severity === 'urgent' ? 'bad' : 'check'}>{words.severities[row.severity]}</Tag> : '—') },
              { head: words.columns.state, cell: (row) => <Status state={itemSquares[row.state]}>{row.kind === 'complaint' && row.state === 'approved' ? words.handledState : words.states[row.state]}</Status> },
              { head: words.columns.due, cell: (row) => <>{shortDay(row.dueOn, locale)}{row.state !== 'held' && row.dueOn < today ? <> <Tag kind="bad">{words.late}</Tag></> : null}</> },
            ]} />
          </>
        )}
      </Section>
      {loaderData.own.length > 0 ? <OwnReports {...loaderData} /> : null}
      {loaderData.mayRead ? <Reports {...loaderData} /> : null}
      <Section title={words.concluded} tight mist>
        {concluded.length === 0 ? <p className="note">{words.noneConcluded}</p> : (
          <DataTable caption={words.concluded} rows={concluded} keyOf={({ id }) => id} columns={[
            { head: words.columns.what, isName: true, cell: (row) => <a className="excerpt" href={`${here}/${row.id}`}><Excerpt texts={row.texts} flags={[]} isHidden={row.state === 'protected'} /></a> },
            { head: words.columns.kind, cell: (row) => words.kinds[row.kind] },
            { head: words.columns.state, cell: (row) => <Status state={itemSquares[row.state]}>{row.kind === 'complaint' && row.state === 'approved' ? words.handledState : words.states[row.state]}</Status> },
            { head: words.columns.by, cell: (row) => row.concludedByName ?? '—' },
            { head: words.columns.when, cell: (row) => (
              <>
                {row.concludedAt ? shortTime(row.concludedAt, locale) : '—'}
                {row.mayUndo ? <form method="post"><input type="hidden" name="deed" value="undo" /><input type="hidden" name="id" value={row.id} /><Button kind="plain" small>{words.item.undo}</Button></form> : null}
              </>
            ) },
          ]} />
        )}
      </Section>
      <Duty {...loaderData} />
    </>
  );
}

function Reports({ place, reports }: Route.ComponentProps['loaderData']) {
  const words = useWords(moderationWords);
  const locale = useLocale();
  return (
    <Section id="reports" title={words.reports.title} lead={words.reports.lead} tight>
      {reports.length === 0 ? <p className="note">{words.reports.none}</p> : (
        <DataTable caption={words.reports.title} rows={reports} keyOf={({ id }) => id} columns={[
          { head: words.reports.opened, isName: true, cell: (row) => <a href={`/work/${place.code}/children/protection/${row.id}`}>{shortTime(row.openedAt, locale)}</a> },
          { head: words.columns.state, cell: (row) => <Status state={row.state === 'open' ? 'late' : row.state === 'taken' ? 'now' : 'done'}>{words.reports.states[row.state]}</Status> },
        ]} />
      )}
    </Section>
  );
}

function OwnReports({ own }: Route.ComponentProps['loaderData']) {
  const words = useWords(moderationWords);
  const locale = useLocale();
  return (
    <Section id="own-reports" title={words.reports.own} lead={words.reports.ownLead} tight>
      <DataTable caption={words.reports.own} rows={own} keyOf={({ id }) => id} columns={[
        { head: words.reports.receipt, isName: true, cell: (row) => <code>{row.id.slice(-8)}</code> },
        { head: words.reports.opened, cell: (row) => shortTime(row.openedAt, locale) },
        { head: words.columns.state, cell: (row) => <Status state={row.state === 'open' ? 'late' : row.state === 'taken' ? 'now' : 'done'}>{words.reports.states[row.state]}</Status> },
        { head: words.reports.closedOn, cell: (row) => (row.closedAt ? shortTime(row.closedAt, locale) : '—') },
      ]} />
    </Section>
  );
}
