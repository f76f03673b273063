import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { PaperInput } from '#app/domain/children/identity/input.ts';
import { currentNotice } from '#app/domain/children/identity/notice.ts';
import { registerOnPaper } from '#app/domain/children/identity/register-on-paper.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { childFieldNames, ChildFields } from '#app/routes/family/child-fields.tsx';
import { ConsentQuestions } from '#app/routes/family/consent-questions.tsx';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { controlOf, Field } from '#app/ui/light/field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/paper.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'family.paper', { regionCode: place.code });
    return { place, text: (await currentNotice(ctx)).content[ctx.locale] };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, PaperInput, async (input, _, form) => {
    const scan = form.get('scan');
    const file = scan instanceof File && scan.size > 0 ? { name: scan.name, content: Buffer.from(await scan.arrayBuffer()) } : undefined;
    const childId = await registerOnPaper(ctx, params.code, input, file);
    return redirect(`/work/${params.code}/children/families/${childId}/card?news=done`);
  });
}

/** 录入纸质同意书: the same questions as on the guardian's page, and the signed scan. */
export default function PaperPage({ loaderData: { place, text }, actionData }: Route.ComponentProps) {
  const { paper: words, field } = useWords(familiesWords);
  const { register } = useWords(familyWords);
  const problem = actionData as Problem | undefined;
  const scan = { id: 'scan', label: words.scan, words: field, required: true };
  return (
    <>
      <PageTitle title={words.title} />
      <ChildrenHead place={place} here="families" title={words.title} lead={words.lead} />
      <div className="wrap body stacked families">
        <Trouble problem={problem} names={childFieldNames(register)} />
        <form method="post" encType="multipart/form-data">
          <Field frame={scan}><input type="file" accept="application/pdf,image/*" {...controlOf(scan)} className="in filebox" /></Field>
          <ChildFields problem={problem} />
          <ConsentQuestions text={text} problem={problem} />
          <Button>{words.submit}</Button>
        </form>
      </div>
    </>
  );
}
