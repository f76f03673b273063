import { redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { RegisterInput } from '#app/domain/children/identity/input.ts';
import { relations } from '#app/domain/children/identity/model.ts';
import { currentNotice } from '#app/domain/children/identity/notice.ts';
import { registerChild } from '#app/domain/children/identity/register-child.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { childFieldNames, ChildFields } from './child-fields.tsx';
import { ConsentQuestions } from './consent-questions.tsx';
import type { Route } from './+types/new-child.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    allowAnywhere(ctx, 'family.own');
    return { text: (await currentNotice(ctx)).content[ctx.locale] };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, RegisterInput, async (input) => redirect(`/family/${await registerChild(ctx, input)}/card`));
}

/** 登记一个孩子: the rules first, then one question for each purpose. */
export default function NewChildPage({ loaderData: { text }, actionData }: Route.ComponentProps) {
  const { title, register: words, relations: named, field } = useWords(familyWords);
  const problem = actionData as Problem | undefined;
  return (
    <div className="wrap body stacked families">
      <PageTitle title={words.title} />
      <Breadcrumb label={title} links={[{ href: '/family', label: title }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <Trouble problem={problem} names={childFieldNames(words)} />
      <section className="card">
        <h2>{words.read}</h2>
        {text.adult.map(({ heading, lines }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            {lines.map((line) => <p key={line}>{line}</p>)}
          </div>
        ))}
        <p>{text.contact}</p>
      </section>
      <form method="post" className="card">
        <h2>{words.child}</h2>
        <ChildFields problem={problem} />
        <SelectField id="relation" label={words.relation} words={field} required blank="—" error={problem?.fields?.relation?.join(' ')} defaultValue={String(problem?.given?.relation ?? '')} choices={relations.map((value) => ({ value, label: named[value] }))} />
        <ConsentQuestions text={text} problem={problem} />
        <div className="row">
          <Button>{words.submit}</Button>
          <ButtonLink kind="quiet" href="/family">{words.no}</ButtonLink>
        </div>
      </form>
    </div>
  );
}
