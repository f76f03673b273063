import { redirect } from 'react-router';
import { z } from 'zod';
import { unchangedReturns } from '#app/domain/pilot/applications/answer-return.ts';
import { SubmitInput } from '#app/domain/pilot/applications/input.ts';
import { getForm, getSelfCheck } from '#app/domain/pilot/applications/read.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { TickField } from '#app/ui/light/choice-field.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { FormHead } from './form/form-head.tsx';
import { readSelfCheck } from './form/read-self-check.ts';
import { type Form, ReadOnlyPart } from './form/read-only-part.tsx';
import { FormRail, FormSide } from './form/side.tsx';
import { said } from './form/words-of.ts';
import type { Route } from './+types/check.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const form = await getForm(ctx, params.id);
    const answers = Object.fromEntries(Object.values(form.answers).map(({ questionId, value }) => [questionId, value]));
    const unchanged = form.canSubmit ? await unchangedReturns(ctx, form.application, form.set, { answers, papers: form.papers }) : [];
    return { form, unchanged, selfCheck: await getSelfCheck(ctx, params.id), today: ctx.now.toISOString() };
  });
}

/** The promise, and with it the self-check where the form carries one: both in one step. */
const HandedIn = z.preprocess((given: Record<string, unknown>) => ({ ...given, ...selfCheckIn(given) }), SubmitInput);

function selfCheckIn(given: Record<string, unknown>) {
  const selfCheck = readSelfCheck(given);
  return selfCheck.length > 0 ? { selfCheck } : {};
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, HandedIn, async (input) => {
    await submitApplication(ctx, params.id, input);
    return redirect(`/apply/${params.id}/receipt`);
  });
}

export default function CheckPage({ loaderData: { form, unchanged, selfCheck, today }, actionData }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const { application, set } = form;
  const count = (level: string) => selfCheck.filter((row) => row.level === level).length;
  return (
    <div className="wrap apply-page">
      <PageTitle title={`${words.check.title} · ${application.unit}`} />
      <FormHead form={form} today={today} here={words.check.title} />
      <div className="form">
        <FormRail form={form} here="check" />
        <div>
          {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
          <div className="card">
            <h2>{words.check.title}</h2>
            <p className="small muted">{words.check.lead}</p>
            {set.sections.map((section, index) => (
              <section key={section.id} className="part">
                <div className="row between">
                  <h3>{words.form.part(index + 1, said(section.title, locale))}</h3>
                  {form.canFill ? <a href={`/apply/${application.id}/${section.id}`}>{words.check.change}</a> : null}
                </div>
                <ReadOnlyPart form={form} questions={section.questions} />
              </section>
            ))}
          </div>
          <div className="card">
            <h2>{words.check.self}</h2>
            <p className="small">{words.check.selfText}</p>
            {selfCheck.length > 0 ? <p>{words.self.counts(count('met'), count('partly'), count('not-yet'))}</p> : null}
            <ButtonLink kind="quiet" href={`/apply/${application.id}/self-check`}>{words.check.selfStart}</ButtonLink>
          </div>
          <SubmitCard form={form} unchanged={unchanged} problem={actionData} />
        </div>
        <FormSide form={form} here="check" others={[]} />
      </div>
    </div>
  );
}

function SubmitCard({ form, unchanged, problem }: { form: Form; unchanged: readonly string[]; problem: Problem | undefined }) {
  const words = useWords(applyWords);
  const error = problem?.fields?.truthful?.[0];
  const lacks = form.progress.lacks.length;
  if (!form.canSubmit) return <Callout kind="info">{form.canFill ? words.check.notGovernment : words.form.closed}</Callout>;
  return (
    <form method="post" className="card">
      {unchanged.length > 0 ? <Explanation form={form} unchanged={unchanged} problem={problem} /> : null}
      <TickField id="truthful" label={words.check.promise} hint={words.check.promiseText} words={words.form} {...(error ? { error } : {})} />
      <div className="row">
        <Button disabled={lacks > 0} aria-describedby={lacks > 0 ? 'why-not' : undefined}>{words.check.submit}</Button>
        {lacks > 0 ? <span id="why-not" className="small muted">{words.form.missing(lacks)}</span> : null}
      </div>
    </form>
  );
}

/** 说明: what was returned and has not been touched, and room to say why. */
function Explanation({ form, unchanged, problem }: { form: Form; unchanged: readonly string[]; problem: Problem | undefined }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const questions = questionsOf(form.set);
  const names = unchanged.map((item) => {
    const question = questions.find(({ id }) => id === item);
    return question ? said(question.label, locale) : words.form.wholeForm;
  });
  const given = problem?.given?.explanation;
  return (
    <>
      <Callout kind="check">{words.check.unchanged(names.join(locale === 'en' ? '; ' : '、'))}</Callout>
      <LongTextField
        id="explanation"
        label={words.check.explanation}
        hint={words.check.explanationHint}
        words={words.form}
        required
        rows={3}
        defaultValue={typeof given === 'string' ? given : ''}
        error={problem?.fields?.explanation?.[0]}
        input={{ required: true, maxLength: 500 }}
      />
    </>
  );
}
