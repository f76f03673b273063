import { redirect } from 'react-router';
import { z } from 'zod';
import { ActionInput, RemoveInput, TaskInput } from '#app/domain/city/city-plans/input.ts';
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
import { ReviewTargets } from './review-targets.tsx';
import { TaskForms } from './task-forms.tsx';
import type { Route } from './+types/action.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { plan, progress } = await planAtDesk(ctx, params.id);
    const found = plan.content.actions.find(({ code }) => code === params.action);
    if (!found && params.action !== 'new') throw new Refusal('city-action-not-found', 404);
    const indicators = [...(await indicatorsByCode(ctx)).values()].map(({ code, definition }) => ({ code, zh: definition.zh, en: definition.en, unit: definition.unit }));
    return {
      planId: plan.id, edition: plan.edition, isClosed: plan.state === 'closed', zh: plan.zh, en: plan.en, campaigns: plan.content.campaigns, action: found ?? null,
      nextNo: Math.max(0, ...plan.content.actions.map(({ no }) => no)) + 1, from: plan.startsOn, departments: await listDepartments(ctx), progress, indicators: indicators.filter(({ code }) => found?.indicators.some((each) => each.code === code)),
    };
  });
}

/** 保存、删去、更新任务: each with its own fields, told apart by the deed. */
const Deed = z.looseObject({ deed: z.enum(['save', 'remove', 'mark']) }).transform((given, issues) => {
  const read = <S extends z.ZodType>(schema: S): z.output<S> => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  };
  if (given.deed === 'save') return { deed: given.deed, input: read(ActionInput) };
  return given.deed === 'mark' ? { deed: given.deed, input: read(TaskInput) } : { deed: given.deed, input: read(RemoveInput) };
});

export function action({ context, params: { id, action: code }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async ({ deed, input }) => {
    if (deed === 'save') await saveAction(ctx, id, code === 'new' ? null : code, input);
    else if (deed === 'mark') await markTask(ctx, id, input);
    else await removeAction(ctx, id, code, input.edition);
    return redirect(deed === 'mark' ? `/desk/plans/${id}/actions/${code}` : `/desk/plans/${id}`);
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
      {found && !isClosed && <ReviewTargets action={found} indicators={loaderData.indicators} />}
      {found && <TaskForms tasks={found.tasks} progress={loaderData.progress} problem={problem} />}
      <ActionForm data={loaderData} problem={problem} />
    </>
  );
}
