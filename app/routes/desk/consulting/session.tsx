import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { getRegion, regionPath } from '#app/domain/base/regions/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { advisersFor } from '#app/domain/pilot/consulting/advisers.ts';
import { arrangeSession, endSession } from '#app/domain/pilot/consulting/arrange-session.ts';
import { addFinding, judgeFinding } from '#app/domain/pilot/consulting/findings.ts';
import { ArrangeInput, FindingInput, HoldInput, ReasonInput, VerdictInput } from '#app/domain/pilot/consulting/input.ts';
import { findingsOf, getSession } from '#app/domain/pilot/consulting/sessions.ts';
import { writeMinutes } from '#app/domain/pilot/consulting/write-minutes.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { ArrangePane } from './arrange-pane.tsx';
import { FindingsPane } from './findings-pane.tsx';
import { MinutesPane } from './minutes-pane.tsx';
import { sessionTones } from './tones.ts';
import type { Route } from './+types/session.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const { session, experts } = await getSession(ctx, params.code, params.session);
    const mayArrange = may(ctx.actor, 'advice.arrange', session);
    const isOpen = session.state === 'asked' || session.state === 'arranged';
    return {
      session, experts, findings: await findingsOf(ctx, params.code, params.session), region: await getRegion(ctx, params.code), path: (await regionPath(ctx, params.code)).map((step) => step.name),
      mayArrange: mayArrange && isOpen, mayAdvise: may(ctx.actor, 'advice.give', session), today: beijingDay(ctx.now), isOver: session.startsAt !== null && session.startsAt <= ctx.now,
      advisers: mayArrange && isOpen ? await advisersFor(ctx, params.code) : [], rules: rulesOf(await currentEdition(ctx)).map(({ id, zh, en }) => ({ id, zh, en })),
    };
  });
}

export function action({ params: { code, session }, context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = () => redirect(`/desk/consulting/${code}/${session}`);
  const done = (run: () => Promise<unknown>) => run().then(back);
  return act(ctx, request, {
    arrange: deed(ArrangeInput, (input) => done(() => arrangeSession(ctx, code, session, input))),
    end: deed(ReasonInput, ({ reason }) => done(() => endSession(ctx, code, session, reason))),
    hold: deed(HoldInput, (input) => done(() => writeMinutes(ctx, code, session, input))),
    find: deed(FindingInput, (input) => done(() => addFinding(ctx, code, session, input))),
    judge: deed(VerdictInput.safeExtend({ id: z.uuid() }), ({ id, ...input }) => done(() => judgeFinding(ctx, code, id, input))),
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一次咨询 at the desk: arranged by the office, written down and followed up by whoever advises. */
export default function SessionAtDesk({ loaderData, actionData: problem }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { session: words } = all.desk;
  const locale = useLocale();
  const { session, region, path, experts, mayArrange } = loaderData;
  const comma = locale === 'en' ? ', ' : '、';
  return (
    <>
      <PageHead
        crumbs={[{ label: all.desk.title, to: mayArrange ? '/desk/consulting?tab=sessions' : '/desk/consultations' }, { label: region.name, to: `/desk/consulting/${region.code}` }]}
        title={session.topic}
        beside={<StatusTag tone={sessionTones[session.state]}>{all.sessionStates[session.state]}</StatusTag>}
        actions={mayArrange ? (
          <ConfirmButton label={words.end} question={words.endAsk} fields={{ go: 'end' }}><LongField name="reason" label={words.endReason} minLength={4} maxLength={500} rows={2} /></ConfirmButton>
        ) : undefined}
        lead={path.join(' ')}
      />
      <ProblemAlert problem={problem} names={{ experts: words.experts, on: words.on, at: words.at, place: words.place, mode: words.mode, minutes: words.minutes, finding: words.finding, action: words.action, dueOn: words.dueOn, note: words.note, reason: words.endReason }} />
      <div className="split">
        <div>
          {session.state === 'held' ? <FindingsPane {...loaderData} problem={problem} /> : <ArrangePane {...loaderData} problem={problem} />}
          <MinutesPane {...loaderData} problem={problem} />
        </div>
        <Pane title={words.title}>
          <Facts items={[
            { name: all.advice.topic, value: session.topic }, { name: words.wish, value: session.wish || '—' }, { name: words.mode, value: all.modes[session.mode] },
            { name: words.rules, value: session.ruleIds.join(' ') || all.noRules }, { name: all.advice.when, value: session.startsAt ? shortTime(session.startsAt, locale) : all.advice.noTime },
            ...(session.place ? [{ name: words.place, value: session.place }] : []),
            { name: words.experts, value: experts.map(({ expertName, attended }) => (attended ? `${expertName}${all.beside(all.advice.attended)}` : expertName)).join(comma) || '—' },
            ...(session.endReason ? [{ name: all.advice.reason, value: session.endReason }] : []),
          ]} />
          <p className="note">{words.asked(session.askedByName, shortTime(session.askedAt, locale))}</p>
        </Pane>
      </div>
    </>
  );
}

export type SessionPage = Route.ComponentProps['loaderData'];
