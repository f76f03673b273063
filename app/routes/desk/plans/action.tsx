import { Alert } from 'antd';
import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { actionAtDesk } from '#app/domain/city/city-plans/action-at-desk.ts';
import { RemoveInput, TaskInput } from '#app/domain/city/city-plans/input.ts';
import { markTask } from '#app/domain/city/city-plans/mark-task.ts';
import { removeAction } from '#app/domain/city/city-plans/remove-action.ts';
import { actionInCockpit, type StandingOfAction } from '#app/domain/city/cockpit/action.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { told } from '../../public/plans/words.ts';
import { lineOf } from '../cockpit/load-district.ts';
import { Now } from './action-now.tsx';
import { Leads, Money } from './action-who.tsx';
import { Marks, Numbers } from './action-figures.tsx';
import { TaskForms } from './task-forms.tsx';
import type { Route } from './+types/action.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const found = await actionAtDesk(ctx, params.id, params.action);
    const now = found.plan.isPublished ? await actionInCockpit(ctx, params.id, params.action) : null;
    const rows = (standings: readonly StandingOfAction[]) => standings.map((each) => ({ ...lineOf(each, ctx.locale), isOwn: false, better: null, compared: 0 }));
    return { ...found, now: now && { year: now.year, regionCode: now.regionCode, rows: rows(now.own), places: now.places.map(({ code, name, standings }) => ({ code, name, rows: rows(standings) })) } };
  });
}

/** 删去、更新任务: told apart by the deed. */
const Deed = z.union([z.object({ deed: z.literal('remove') }).and(RemoveInput), z.object({ deed: z.literal('mark') }).and(TaskInput)]);

export function action({ context, params: { id, action: code }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'mark') await markTask(ctx, id, input);
    else await removeAction(ctx, id, code, input.edition);
    return redirect(input.deed === 'mark' ? `/desk/plans/${id}/actions/${code}` : `/desk/plans/${id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一项行动 at the desk, to be read; changed on a page of its own. */
export default function DeskAction({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { plan, action: found, campaign, indicators, pastYears, before, after } = loaderData;
  const words = useWords(cityDeskWords);
  const own = useWords(cityActionWords);
  const locale = useLocale();
  const here = `/desk/plans/${plan.id}/actions`;
  const toReview = indicators.flatMap(({ targets }) => targets).filter(({ isToReview }) => isToReview).length;
  const said = (words: { zh: string; en: string }, none: string) => told(words, locale) || words.zh || none;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.plans.title, to: '/desk/plans' }, { label: told(plan, locale), to: `/desk/plans/${plan.id}` }]} title={`${found.code} ${told(found, locale)}`} lead={said(found.about, own.noAbout)}
        actions={<>
          {plan.isPublished && <ButtonLink to={`/plans/${plan.id}/actions/${found.code}`}>{own.public}</ButtonLink>}
          {!plan.isClosed && <ConfirmButton label={words.remove} question={words.removeAsk} fields={{ deed: 'remove', edition: String(plan.edition) }} />}
          {!plan.isClosed && <ButtonLink to={`${here}/${found.code}/edit`} type="primary">{own.edit}</ButtonLink>}
        </>}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      {toReview > 0 && <Alert type="warning" showIcon title={<>{own.toReview(toReview)} <Link to={`${here}/${found.code}/edit`}>{own.checkNow}</Link></>} style={{ marginBottom: 16 }} />}
      {pastYears.length > 0 && !plan.isClosed && <Alert type="info" showIcon title={own.pastYears(pastYears.join(locale === 'en' ? ', ' : '、'))} style={{ marginBottom: 16 }} />}
      <Pane title={own.what}>
        <Facts items={[
          { name: own.goal, value: said(plan.goal, own.noGoal) }, { name: own.campaign, value: campaign ? `${campaign.no} ${told(campaign, locale)}` : own.noCampaign },
          { name: own.otherLanguage, value: locale === 'en' ? `${found.zh}${found.about.zh && `：${found.about.zh}`}` : `${found.en}. ${found.about.en || own.noEnglish}` },
        ]} />
      </Pane>
      {loaderData.now && <Now now={loaderData.now} planId={plan.id} />}
      <Leads data={loaderData} />
      <Numbers data={loaderData} />
      <Marks data={loaderData} />
      {found.tasks.length === 0 ? <Pane title={own.tasks}><p className="note">{own.noTasks}</p></Pane> : <TaskForms tasks={found.tasks} progress={loaderData.progress} problem={problem} />}
      <Money data={loaderData} />
      <nav className="dnext" aria-label={words.actions}>
        {before && <Link to={`${here}/${before.code}`} rel="prev">← {before.code} {told(before, locale)}</Link>}
        <Link to={`/desk/plans/${plan.id}`}>{own.back}</Link>
        {after && <Link to={`${here}/${after.code}`} rel="next">{after.code} {told(after, locale)} →</Link>}
      </nav>
    </>
  );
}
