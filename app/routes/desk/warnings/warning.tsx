import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { answerAlert } from '#app/domain/city/early-warning/answer-alert.ts';
import { assignOwner } from '#app/domain/city/early-warning/assign-owner.ts';
import { alertAtDesk } from '#app/domain/city/early-warning/at-desk.ts';
import { closeAlert, sendBack } from '#app/domain/city/early-warning/close-alert.ts';
import { confirmMeasure } from '#app/domain/city/early-warning/confirm-measure.ts';
import { AnswerInput, JudgeInput, OwnerInput, SendBackInput } from '#app/domain/city/early-warning/input.ts';
import { cityWords } from '#app/i18n/city.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { periodWords, trajectoryWords } from '#app/i18n/trajectory.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Timeline } from '#app/ui/desk/timeline.tsx';
import { Trajectory } from '#app/ui/light/trajectory.tsx';
import { figure } from '../../public/plans/words.ts';
import { AlertDeeds, OwnerForm } from './alert-deeds.tsx';
import { GroundSaid, LevelTag } from './level-tag.tsx';
import { tones } from './warnings.tsx';
import type { Route } from './+types/warning.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const found = await alertAtDesk(ctx, params.id);
    return { ...found, mayAnswer: may(ctx.actor, 'warning.answer', found.alert), mayClose: may(ctx.actor, 'warning.close', found.alert) };
  });
}

/** 定人、答复、办结、送回: each with its own fields, told apart by the deed. */
const Deed = z.discriminatedUnion('deed', [
  AnswerInput.extend({ deed: z.literal('answer') }), JudgeInput.extend({ deed: z.literal('close') }), SendBackInput.extend({ deed: z.literal('send-back') }), OwnerInput.extend({ deed: z.literal('assign') }),
  SendBackInput.extend({ deed: z.literal('measure-done') }),
]);

export function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'answer') await answerAlert(ctx, id, input);
    else if (input.deed === 'close') await closeAlert(ctx, id, input);
    else if (input.deed === 'send-back') await sendBack(ctx, id, input);
    else if (input.deed === 'measure-done') await confirmMeasure(ctx, id, input);
    else await assignOwner(ctx, id, input);
    return redirect(`/desk/warnings/${id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一条预警: its ground, its trajectory, what is to be done, and what happened. */
export default function Warning({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { alert, definition, place, plan, department, people, steps, drawn, before, code } = loaderData;
  const words = useWords(warningWords);
  const locale = useLocale();
  const en = locale === 'en';
  const said = (of: { zh: string; en: string }) => (en ? of.en : of.zh);
  const day = (of: string) => shortDay(of, locale);
  const { facts } = words.alert;
  const paths = useWords(trajectoryWords);
  const { units } = useWords(cityWords);
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/warnings' }]} title={`${place || words.nation} · ${said(definition)}`} beside={<><LevelTag level={alert.level} isOver={alert.state === 'closed' || alert.state === 'ended'} /> <StatusTag tone={tones[alert.state]}>{alert.state === 'ended' && steps.some(({ kind }) => kind === 'unwatched') ? words.unwatched : words.states[alert.state]}</StatusTag></>}
        actions={alert.state === 'open' && people.length > 0 && loaderData.mayAnswer ? <OwnerForm people={people} owner={alert.ownerId} /> : undefined}
      />
      <ProblemAlert problem={problem} names={{ reason: words.alert.reason, measure: words.alert.measure, measureBy: words.alert.measureBy, words: words.alert.note, ownerId: words.alert.assignTo }} />
      <Pane>
        <Facts
          items={[
            { name: facts.ground, value: <GroundSaid rule={alert.rule} ground={alert.ground} unit={definition.unit} /> },
            { name: facts.rule, value: <span className="underlined"><Link to={`/desk/warnings/rules/${alert.rule}?region=${alert.ruleRegion}`}>{alert.rule} {words.rules[alert.rule].name}</Link> <small>{words.alert.version(alert.ruleRegion === '*', alert.ruleVersion)}</small></span> },
            ...(plan ? [{ name: facts.plan, value: <Link to={`/desk/plans/${plan.id}`}>{said(plan)}</Link> }] : []),
            { name: facts.department, value: said(department) }, { name: facts.owner, value: alert.ownerName ?? words.alert.noOwner },
            { name: facts.raised, value: day(alert.raisedOn) }, ...(alert.state === 'open' ? [{ name: facts.due, value: alert.dueOn < loaderData.today ? <span className="late">{words.late(day(alert.dueOn))}</span> : day(alert.dueOn) }] : []), { name: facts.before, value: words.alert.before(before) },
            ...(alert.answeredByName ? [{ name: words.alert.reason, value: alert.reason }, { name: words.alert.measure, value: `${alert.measure}${alert.measureBy ? (en ? ` (${words.alert.by(day(alert.measureBy))})` : `（${words.alert.by(day(alert.measureBy))}）`) : ''}` }, { name: words.alert.answer, value: words.alert.answered(alert.answeredByName, alert.answeredAt ? shortTime(alert.answeredAt, locale) : '') }] : []),
            ...(alert.verdict ? [{ name: words.alert.judge, value: words.alert.judged(words.alert.verdicts[alert.verdict], alert.closedByName ?? '') }] : []),
          ]}
        />
      </Pane>
      <AlertDeeds data={loaderData} problem={problem} />
      <Pane title={words.alert.trajectory} note={said(definition)} actions={<Link to={`/desk/indicators/${code}`}>{words.alert.indicator}</Link>}>
        <Trajectory name={said(definition)} unit={units[definition.unit]} drawn={drawn} words={paths} figure={(value) => figure(value, locale)} period={(period) => periodWords(paths, period)} day={day} />
      </Pane>
      <Pane title={words.alert.steps}>
        <Timeline label={words.alert.steps} moments={steps.toReversed().map((step) => ({ id: step.id, when: shortTime(step.at, locale), who: step.byName || words.system, text: `${words.steps[step.kind]} · ${words.levels[step.level]}`, ...(step.words ? { small: step.words } : {}) }))} />
      </Pane>
    </>
  );
}
