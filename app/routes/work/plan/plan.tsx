import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { adoptPlan, closePlan } from '#app/domain/pilot/consulting/adopt-plan.ts';
import { editPlan, removeGoal, saveGoal } from '#app/domain/pilot/consulting/edit-plan.ts';
import { gapsOf } from '#app/domain/pilot/consulting/gaps.ts';
import { GoalInput, MoveInput, PlanInput, ReasonInput, StartPlanInput } from '#app/domain/pilot/consulting/input.ts';
import { closedPlans, findPlan, partsOf } from '#app/domain/pilot/consulting/read.ts';
import { moveTask } from '#app/domain/pilot/consulting/save-task.ts';
import { findingsOf, sessionsOf } from '#app/domain/pilot/consulting/sessions.ts';
import { startPlan } from '#app/domain/pilot/consulting/start-plan.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { dueOf } from '#app/routes/work/told.ts';
import { act, deed } from './act.ts';
import { PlanHead } from './head.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { OpenPlan } from './open-plan.tsx';
import { StartPlan } from './start-plan.tsx';
import type { Route } from './+types/plan.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const plan = (await findPlan(ctx, place.code)) ?? null;
    const { sheet, gaps } = await gapsOf(ctx, place.code);
    const parts = plan ? await partsOf(ctx, plan) : null;
    const advice = plan ? { sessions: (await sessionsOf(ctx, place.code)).map(({ state }) => state), findings: (await findingsOf(ctx, place.code)).map(({ state }) => state) } : null;
    const query = new URL(request.url).searchParams;
    return {
      place, plan, parts, advice, due: await dueOf(ctx, [place.code]), today: beijingDay(ctx.now), mayAdopt: may(ctx.actor, 'plan.adopt', { regionCode: place.code }),
      basis: sheet && { stream: sheet.stream, year: sheet.year }, gaps: gaps.map(({ rule: { id, zh, en, kind }, level }) => ({ id, zh, en, kind, level: level ?? ('none' as const) })),
      closed: (await closedPlans(ctx, place.code)).map(({ id, startsOn, endsOn, closedReason }) => ({ id, startsOn, endsOn, closedReason })),
      signed: /^\d{1,3}$/.test(query.get('signed') ?? '') ? Number(query.get('signed')) : null, isSaved: query.has('saved'),
    };
  });
}

const WithId = z.object({ id: z.uuid() });

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const home = `/work/${code}/plan`;
  const back = (hash = '') => redirect(`${home}?saved=1${hash}`);
  return act(ctx, request, {
    start: deed(StartPlanInput, async (input) => {
      await startPlan(ctx, code, input);
      return redirect(home);
    }),
    edit: deed(PlanInput, async (input) => {
      await editPlan(ctx, code, input);
      return back();
    }),
    goal: deed(GoalInput.extend({ id: z.union([z.literal('').transform(() => null), z.uuid()]).default(null) }), async ({ id, ...input }) => {
      await saveGoal(ctx, code, id, input);
      return back('#goals');
    }),
    'remove-goal': deed(WithId, async ({ id }) => {
      await removeGoal(ctx, code, id);
      return back('#goals');
    }),
    move: deed(WithId.extend(MoveInput.shape), async ({ id, to }) => {
      await moveTask(ctx, code, id, to);
      return redirect(`${home}#task-${id}`);
    }),
    sign: deed(ReasonInput, async ({ reason }) => redirect(`${home}?signed=${await adoptPlan(ctx, code, reason)}`)),
    close: deed(ReasonInput, async ({ reason }) => {
      await closePlan(ctx, code, reason);
      return redirect(home);
    }),
  });
}

export default function PlanAtWork({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(consultingWords);
  const { place, plan, parts, advice, due, signed, isSaved } = loaderData;
  const told = signed ? words.plan.signed(signed) : isSaved ? words.plan.saved : undefined;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <PlanHead place={place} due={due} lead={words.lead} refusal={actionData?.refusal} told={told} />
      {plan && parts && advice ? <OpenPlan {...loaderData} plan={plan} parts={parts} advice={advice} problem={actionData} /> : <StartPlan {...loaderData} problem={actionData} />}
    </>
  );
}

export type PlanPage = Route.ComponentProps['loaderData'];
