import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { CallInput } from '#app/domain/pilot/calls/input.ts';
import { callChoices, getCall } from '#app/domain/pilot/calls/read.ts';
import { editCall } from '#app/domain/pilot/calls/edit-call.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { CallForm } from './call-form.tsx';
import type { Route } from './+types/edit-call.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const known = await getCall(ctx, params.id);
    allow(ctx, 'call.edit', known);
    if (known.state !== 'draft') throw redirect(`/desk/calls/${known.id}`);
    return { known, choices: await callChoices(ctx), path: await regionPath(ctx, known.regionCode) };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CallInput, async (input) => {
    await editCall(ctx, params.id, input);
    return redirect(`/desk/calls/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function EditCall({ loaderData: { known, ...form }, actionData }: Route.ComponentProps) {
  const words = useWords(callsWords);
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/calls' }, { label: known.title, to: `/desk/calls/${known.id}` }]} title={words.editTitle} />
      <CallForm {...form} known={known} problem={actionData} />
    </>
  );
}
