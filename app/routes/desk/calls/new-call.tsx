import { redirect } from 'react-router';
import { CallInput } from '#app/domain/pilot/calls/input.ts';
import { callChoices } from '#app/domain/pilot/calls/read.ts';
import { openCall } from '#app/domain/pilot/calls/open-call.ts';
import { applicantLevels } from '#app/domain/pilot/calls/model.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { CallForm } from './call-form.tsx';
import type { Route } from './+types/new-call.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const choices = await callChoices(ctx);
    const today = beijingDay(ctx.now);
    const known = {
      title: '', titleEn: '', about: '', editionId: choices.editions[0]?.id ?? '', questionSetId: choices.questionSets[0]?.id ?? '', places: 100, applicantLevels,
      opensOn: addDays(today, 1), closesOn: addDays(today, 46), check: { checkDays: 10, returnDays: 10 },
      review: { reviewsPerApplication: 3, scoreFrom: 0, scoreTo: 100 }, notice: { noticeDays: 7, answerDays: 10 }, rescueMinutes: 5,
    };
    return { choices, known };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CallInput, async (input) => redirect(`/desk/calls/${await openCall(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function NewCall({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(callsWords);
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/calls' }]} title={words.open} lead={words.lead} />
      <CallForm {...loaderData} path={[]} problem={actionData} />
    </>
  );
}
