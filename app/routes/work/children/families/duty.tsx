import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { DutyInput } from '#app/domain/children/identity/input.ts';
import { registerByDuty } from '#app/domain/children/identity/register-by-duty.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { childFieldNames, ChildFields } from '#app/routes/family/child-fields.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/duty.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'identity.duty', { regionCode: place.code });
    return { place, isDone: new URL(request.url).searchParams.get('news') === 'done' };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, DutyInput, async (input) => {
    await registerByDuty(ctx, params.code, input);
    return redirect(`/work/${params.code}/children/families/duty?news=done`);
  });
}

/** 依法定职责登记: an officer's form; the basis stands beside the child for good. */
export default function DutyPage({ loaderData: { place, isDone }, actionData }: Route.ComponentProps) {
  const { duty: words, basis, field } = useWords(familiesWords);
  const { register } = useWords(familyWords);
  const problem = actionData as Problem | undefined;
  return (
    <>
      <PageTitle title={words.title} />
      <ChildrenHead place={place} here="families" title={words.title} lead={words.lead} />
      <div className="wrap body stacked families">
        {isDone ? <Callout kind="ok">{words.done}</Callout> : null}
        <Trouble problem={problem} names={{ ...childFieldNames(register), basis: words.basis, basisNote: words.note }} />
        <form method="post">
          <ChildFields problem={problem} />
          <ChoiceField id="basis" label={words.basis} words={field} required error={problem?.fields?.basis?.join(' ')} defaultValue={String(problem?.given?.basis ?? '')} choices={(['statutory-duty', 'emergency'] as const).map((value) => ({ value, label: basis[value] }))} />
          <LongTextField id="basisNote" rows={3} label={words.note} words={field} required error={problem?.fields?.basisNote?.join(' ')} defaultValue={String(problem?.given?.basisNote ?? '')} input={{ maxLength: 300 }} />
          <Button>{words.submit}</Button>
        </form>
      </div>
    </>
  );
}
