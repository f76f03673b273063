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
import type { Route } from './+types/new-action.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  return show(() => actionToEdit(context.get(ctxKey), params.id, null));
}

export function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ActionInput, async (input) => {
    await saveAction(ctx, id, null, input);
    return redirect(`/desk/plans/${id}/actions/${input.code}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 新的行动. */
export default function NewAction({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { plan } = loaderData;
  const words = useWords(cityDeskWords);
  return (
    <>
      <PageHead crumbs={[{ label: words.plans.title, to: '/desk/plans' }, { label: told(plan, useLocale()), to: `/desk/plans/${plan.id}` }]} title={words.newAction} lead={useWords(cityActionWords).newLead} />
      <ActionForm data={loaderData} problem={problem} />
    </>
  );
}
