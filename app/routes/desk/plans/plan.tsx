import { Alert } from 'antd';
import { redirect } from 'react-router';
import { z } from 'zod';
import { may, mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { closePlan } from '#app/domain/city/city-plans/close-plan.ts';
import { copyPlan } from '#app/domain/city/city-plans/copy-plan.ts';
import { CloseInput, CopyPlanInput, PublishInput } from '#app/domain/city/city-plans/input.ts';
import { hashOf } from '#app/domain/city/city-plans/freeze.ts';
import { leadsOn, targetsToReview, type TaskState } from '#app/domain/city/city-plans/model.ts';
import { publishPlan } from '#app/domain/city/city-plans/publish-plan.ts';
import { type Plan, planAtDesk } from '#app/domain/city/city-plans/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { divideWords } from '#app/i18n/divide.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { addDays, beijingDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { told } from '../../public/plans/words.ts';
import { PlanActions } from './plan-actions.tsx';
import { PlanDeeds } from './plan-deeds.tsx';
import { foldTasks } from './fold-tasks.ts';
import { tones } from './plans.tsx';
import type { Route } from './+types/plan.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { plan, place, revisions, progress } = await planAtDesk(ctx, params.id);
    const { content, ...head } = plan;
    return {
      head, place, revisions, toReview: targetsToReview(content), mayCollect: plan.closedAt === null && mayAnywhere(ctx.actor, 'collection.open'), mayPublish: may(ctx.actor, 'city-plan.publish', { regionCode: plan.regionCode }), isOver: plan.endsOn < beijingDay(ctx.now),
      nextFrom: addDays(plan.endsOn, 1), goal: content.goal, isChanged: revisions[0] !== undefined && plan.state !== 'closed' && hashOf(plan) !== revisions[0].hash, withoutLead: content.actions.filter(({ leads }) => !leadsOn(leads, plan.startsOn).some(({ role }) => role === 'lead')).map(({ code }) => code),
      lines: foldTasks((await historyOf(ctx, params.id, 'own-page')).toSorted((one, other) => other.at.getTime() - one.at.getTime()), (run) => taskSums(run.map(({ facts }) => facts), ctx.locale)).map((line) => ({ ...line, facts: namedFacts(line.facts, plan, ctx.locale) })),
      actions: content.actions.map(({ code, zh, en, indicators, tasks }) => ({
        code, zh, en, indicators: indicators.length, targets: indicators.flatMap(({ targets }) => targets).length, toReview: indicators.flatMap(({ targets }) => targets).filter(({ isToReview }) => isToReview).length,
        tasks: tasks.length, done: tasks.filter(({ id }) => progress[id]?.state === 'done').length,
      })),
    };
  });
}

/** 哪项任务、哪项行动: what a line of the history is about, by its name. */
function namedFacts(facts: Record<string, unknown>, { content }: Plan, locale: Ctx['locale']): Record<string, unknown> {
  const task = content.actions.flatMap(({ tasks }) => tasks).find(({ id }) => id === facts.task);
  const action = content.actions.find(({ code }) => code === facts.action);
  if (task) return { name: told(task, locale), reason: cityWords[locale].taskStates[facts.state as TaskState] ?? '' };
  return typeof facts.action === 'string' ? { ...facts, name: action ? `${action.code} ${told(action, locale)}` : facts.action } : facts;
}

/** 几项任务: of news told together only how many came to what. */
function taskSums(facts: readonly Record<string, unknown>[], locale: Ctx['locale']): Record<string, unknown> {
  const { taskStates } = cityWords[locale];
  const sums = [...Map.groupBy(facts, ({ state }) => taskStates[state as TaskState] ?? '')].map(([state, some]) => cityDeskWords[locale].tasksTold(state, some.length));
  return { name: sums.join(locale === 'en' ? ', ' : '，') };
}

/** 发布、结束、复制: each with its own fields, told apart by the deed. */
const Deed = z.looseObject({ deed: z.enum(['publish', 'close', 'copy']) }).transform((given, issues) => {
  const read = <S extends z.ZodType>(schema: S): z.output<S> => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  };
  if (given.deed === 'publish') return { deed: given.deed, input: read(PublishInput) };
  return given.deed === 'close' ? { deed: given.deed, input: read(CloseInput) } : { deed: given.deed, input: read(CopyPlanInput) };
});

export function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, input }) => {
    if (deed === 'copy') return redirect(`/desk/plans/${await copyPlan(ctx, id, input)}`);
    await (deed === 'publish' ? publishPlan(ctx, id, input) : closePlan(ctx, id, input));
    return redirect(`/desk/plans/${id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 计划 at the desk: its actions, and what can be done with all of it. */
export default function DeskPlan({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { head, place, revisions, toReview, actions, lines } = loaderData;
  const words = useWords(cityDeskWords);
  const city = useWords(cityWords);
  const collection = useWords(collectionWords);
  const divide = useWords(divideWords);
  const desk = useWords(deskWords);
  const monitoring = useWords(monitoringWords);
  const locale = useLocale();
  return (
    <>
      <PageHead
        crumbs={[{ label: words.plans.title, to: '/desk/plans' }]} title={locale === 'en' ? head.en : head.zh} lead={`${place || words.nation} · ${city.years(head.startsOn.slice(0, 4), head.endsOn.slice(0, 4))}${head.issuer ? ` · ${head.issuer}` : ''}`}
        beside={<StatusTag tone={tones[head.state]}>{city.states[head.state]}</StatusTag>}
        actions={<>{head.revision > 0 && <ButtonLink to={`/plans/${head.id}`}>{words.public}</ButtonLink>}{head.state !== 'closed' && <ButtonLink to={`/desk/plans/${head.id}/edit`}>{words.edit}</ButtonLink>}<ButtonLink to={`/desk/plans/${head.id}/districts`}>{divide.open}</ButtonLink>{head.revision > 0 && <ButtonLink to={`/desk/cockpit?plan=${head.id}`}>{desk.menu.cockpit}</ButtonLink>}{head.revision > 0 && <ButtonLink to={`/desk/plans/${head.id}/reports`}>{monitoring.open}</ButtonLink>}{loaderData.mayCollect && <ButtonLink to={`/desk/collection/new?plan=${head.id}`}>{collection.start}</ButtonLink>}<ButtonLink to={`/desk/plans/${head.id}/values`} type="primary">{words.values}</ButtonLink></>}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      {toReview > 0 && <Alert type="warning" showIcon title={words.waiting(toReview)} style={{ marginBottom: 16 }} />}
      {loaderData.isChanged && <Alert type="info" showIcon title={words.unpublished} style={{ marginBottom: 16 }} />}
      <Pane title={words.goal}><p className={told(loaderData.goal, locale) ? '' : 'note'}>{told(loaderData.goal, locale) || loaderData.goal.zh || words.noGoal}</p></Pane>
      <PlanActions planId={head.id} actions={actions} canAdd={head.state !== 'closed'} />
      <PlanDeeds data={loaderData} problem={problem} />
      <Pane title={words.revisions}>
        {revisions.length === 0 ? <p className="note">{words.noRevisions}</p> : (
          <ul>{revisions.map((each) => <li key={each.revision}><a href={`/plans/${head.id}?revision=${each.revision}`}>{words.revisionOf(each.revision)}</a> · {shortTime(each.publishedAt, locale)} · {each.publishedByName} · {each.reason}</li>)}</ul>
        )}
      </Pane>
      <Pane title={words.history}><History lines={lines} label={words.history} /></Pane>
    </>
  );
}
