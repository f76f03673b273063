import { redirect } from 'react-router';
import { getForm } from '#app/domain/pilot/applications/read.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import type { Route } from './+types/open.ts';

/** 打开申报: to the first part that is not done, to the check when all are, to the receipt once submitted. */
export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const form = await getForm(signedIn(context.get(ctxKey), request), params.id);
    const { status } = form.application;
    if (status !== 'draft' && status !== 'returned') return redirect(`/apply/${params.id}/history`);
    const returned = form.returned[0] && form.set.sections.find((section) => section.questions.some((question) => question.id === form.returned[0]!.item));
    const first = returned ?? form.set.sections.find((_, index) => form.progress.sections[index]!.lacks > 0);
    return redirect(`/apply/${params.id}/${first?.id ?? 'check'}`);
  });
}
