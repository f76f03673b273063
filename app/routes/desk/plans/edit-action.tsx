import { redirect } from 'react-router';
import { actionToEdit } from '#app/domain/city/city-plans/action-at-desk.ts';
import { ActionInput } from '#app/domain/city/city-plans/action-input.ts';
import { saveAction } from '#app/domain/city/city-plans/save-action.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { told } from '../../public/plans/words.ts';
import { ActionForm } from './action-form.tsx';
import { ReviewTargets } from './review-targets.tsx';
import type { Route } from './+types/edit-action.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  return show(() => actionToEdit(context.get(ctxKey), params.id, params.action));
}

export function action({ context, params: { id, action: code }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ActionInput, async (input) => {
    await saveAction(ctx, id, code, input);
    return redirect(`/desk/plans/${id}/actions/${input.code}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 修改行动. */
export default function EditAction({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { plan, action: found, indicators } = loaderData;
  const words = useWords(cityDeskWords);
  const own = useWords(cityActionWords);
  const locale = useLocale();
  const name = `${found!.code} ${told(found!, locale)}`;
  return (
    <>
      <PageHead crumbs={[{ label: words.plans.title, to: '/desk/plans' }, { label: told(plan, locale), to: `/desk/plans/${plan.id}` }, { label: name, to: `/desk/plans/${plan.id}/actions/${found!.code}` }]} title={own.editing(name)} lead={own.newLead} />
      <ActionForm key={`${found!.code} ${plan.edition}`} data={loaderData} problem={problem}><ReviewTargets action={found!} indicators={indicators} /></ActionForm>
    </>
  );
}
