import { redirect } from 'react-router';
import { z } from 'zod';
import { ActionInput, TaskInput } from '#app/domain/city/city-plans/input.ts';
import { markTask } from '#app/domain/city/city-plans/mark-task.ts';
import { planAtDesk } from '#app/domain/city/city-plans/read.ts';
import { removeAction } from '#app/domain/city/city-plans/remove-action.ts';
import { saveAction } from '#app/domain/city/city-plans/save-action.ts';
import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { ActionForm } from './action-form.tsx';
import { TaskForms } from './task-forms.tsx';
import type { Route } from './+types/action.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { plan, progress } = await planAtDesk(ctx, params.id);
    const found = plan.content.actions.find(({ code }) => code === params.action);
    if (!found && params.action !== 'new') throw new Refusal('city-action-not-found', 404);
    const indicators = [...(await indicatorsByCode(ctx)).values()].map(({ code, definition }) => ({ code, zh: definition.zh, en: definition.en }));
    return {
      planId: plan.id, edition: plan.edition, isClosed: plan.state === 'closed', zh: plan.zh, en: plan.en, campaigns: plan.content.campaigns, action: found ?? null,
      nextNo: Math.max(0, ...plan.content.actions.map(({ no }) => no)) + 1, from: plan.startsOn, departments: await listDepartments(ctx), progress, indicators: indicators.filter(({ code }) => found?.indicators.some((each) => each.code === code)),
    };
  });
}

const Deed = z.object({ deed: z.enum(['save', 'remove', 'mark']) }).loose();

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const here = `/desk/plans/${params.id}`;
  const parsed = Deed.transform((given, issues) => {
    if (given.deed === 'remove') return { deed: given.deed, edition: z.coerce.number().int().parse(given.edition) };
    const read = given.deed === 'save' ? ActionInput.safeParse(given) : TaskInput.safeParse(given);
    if (read.success) return { deed: given.deed, input: read.data };
    for (const issue of read.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  });
  return answer(ctx, request, parsed, async (asked) => {
    if (asked.deed === 'remove') await removeAction(ctx, params.id, params.action, (asked as { edition: number }).edition);
    else if (asked.deed === 'mark') await markTask(ctx, params.id, (asked as { input: TaskInput }).input);
    else await saveAction(ctx, params.id, params.action === 'new' ? null : params.action, (asked as { input: ActionInput }).input);
    return redirect(asked.deed === 'mark' ? `${here}/actions/${params.action}` : here);
  });
}

/** 一项行动 at the desk. */
export default function DeskAction({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { planId, action: found, isClosed, edition } = loaderData;
  const words = useWords(cityDeskWords);
  const en = useLocale() === 'en';
  const title = found ? `${found.code} ${en ? found.en : found.zh}` : words.newAction;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.plans.title, to: '/desk/plans' }, { label: en ? loaderData.en : loaderData.zh, to: `/desk/plans/${planId}` }]} title={title}
        actions={found && !isClosed ? <ConfirmButton label={words.remove} question={words.removeAsk} fields={{ deed: 'remove', edition: String(edition) }} /> : undefined}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      {found && <TaskForms tasks={found.tasks} progress={loaderData.progress} problem={problem} />}
      <ActionForm data={loaderData} problem={problem} />
    </>
  );
}
