import { data, redirect } from 'react-router';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { SelfCheckInput } from '#app/domain/pilot/applications/input.ts';
import { selfCheckLevels } from '#app/domain/pilot/applications/model.ts';
import { getForm, getSelfCheck } from '#app/domain/pilot/applications/read.ts';
import { saveSelfCheck } from '#app/domain/pilot/applications/save-self-check.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { formObject } from '#app/platform/form-object.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { FormHead } from './form/form-head.tsx';
import { readSelfCheck } from './form/read-self-check.ts';
import { said } from './form/words-of.ts';
import type { Route } from './+types/self-check.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const form = await getForm(ctx, params.id);
    const edition = await getEdition(ctx, form.application.call.editionId);
    const isSaved = new URL(request.url).searchParams.has('saved');
    return { form, sections: edition.sections, selfCheck: await getSelfCheck(ctx, params.id), today: ctx.now.toISOString(), isSaved };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const input = SelfCheckInput.safeParse({ selfCheck: readSelfCheck(formObject(form)) });
  if (!input.success) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  try {
    await saveSelfCheck(ctx, params.id, input.data);
    return redirect(`/apply/${params.id}/self-check?saved`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

export default function SelfCheck({ loaderData: { form, sections, selfCheck, today, isSaved }, actionData }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const known = new Map(selfCheck.map((row) => [row.ruleId, row]));
  const levels = [...selfCheckLevels];
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.self.title} />
      <FormHead form={form} today={today} here={words.self.title} />
      <p>{words.self.lead}</p>
      {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
      {isSaved ? <Callout kind="ok">{words.self.saved}</Callout> : null}
      {sections.length === 0 ? <Callout kind="info">{words.self.noRules}</Callout> : null}
      <form method="post" className="self-check">
        {sections.map((section, index) => (
          <details key={section.id} className="box" open={index === 0}>
            <summary>
              {said(section, locale)}
              <small className="muted">
                {words.check.selfDone(
                  section.norms.flatMap((norm) => norm.rules).filter((rule) => known.has(rule.id)).length,
                  section.norms.flatMap((norm) => norm.rules).length,
                )}
              </small>
            </summary>
            <div>
              {section.norms.flatMap((norm) => norm.rules).map((rule) => (
                <fieldset key={rule.id} className="field">
                  <legend>
                    <span className="q">{rule.id}</span>
                    {said(rule, locale)} {rule.isSeen ? null : <Tag kind="check">{words.self.toCheck}</Tag>}
                  </legend>
                  <div className="choices">
                    {levels.map((level) => (
                      <label key={level} className="choice">
                        <input type="radio" name={`level.${rule.id}`} value={level} defaultChecked={known.get(rule.id)?.level === level} disabled={!form.canFill} />
                        <span>{words.self.levels[level]}</span>
                      </label>
                    ))}
                    <input className="in note" name={`note.${rule.id}`} aria-label={`${words.self.note} ${rule.id}`} placeholder={words.self.note}
                      maxLength={300} defaultValue={known.get(rule.id)?.note} disabled={!form.canFill} />
                  </div>
                </fieldset>
              ))}
            </div>
          </details>
        ))}
        <div className="row">
          {form.canFill ? <Button>{words.self.save}</Button> : null}
          <ButtonLink kind="quiet" href={`/apply/${form.application.id}/check`}>{words.self.back}</ButtonLink>
        </div>
      </form>
    </div>
  );
}
