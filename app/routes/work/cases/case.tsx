import { data, redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { may } from '#app/domain/base/accounts/access.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { giveConsent } from '#app/domain/pilot/case-library/give-consent.ts';
import { CaseInput, ConsentInput } from '#app/domain/pilot/case-library/input.ts';
import { ownCase } from '#app/domain/pilot/case-library/own.ts';
import { submitCase } from '#app/domain/pilot/case-library/submit-case.ts';
import { saveCase } from '#app/domain/pilot/case-library/write-case.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { WorkHead } from '../work-head.tsx';
import { CaseFields } from './case-fields.tsx';
import { ConsentCards } from './consent-cards.tsx';
import { Theirs } from './theirs.tsx';
import { caseSquares } from './list.tsx';
import type { Route } from './+types/case.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const own = await ownCase(ctx, params.id);
    if (own.regionCode !== place.code) throw new Refusal('case-not-found', 404);
    const asked = new URL(request.url).searchParams;
    return {
      place, own, sections: (await currentEdition(ctx)).sections, offers: await evidenceFor(ctx, place.code, {}), mayConsent: may(ctx.actor, 'case.consent', own),
      told: (['saved', 'submitted'] as const).find((one) => asked.has(one)),
    };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request.clone());
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const here = `/work/${params.code}/cases/${params.id}`;
  if (form.get('deed') === 'consent') {
    return answer(ctx, request, ConsentInput, async (input) => {
      await giveConsent(ctx, params.id, input);
      return redirect(`${here}?saved#consents`);
    });
  }
  return answer(ctx, request, CaseInput.extend({ revision: z.coerce.number().int().min(0) }), async ({ revision, ...content }) => {
    await saveCase(ctx, params.id, revision, content);
    if (form.get('deed') !== 'submit') return redirect(`${here}?saved#told`);
    await submitCase(ctx, params.id);
    return redirect(`${here}?submitted#told`);
  });
}

/** 写案例: one form; what is missing stands beside it; consent is given below, to the text as it was saved. */
export default function WriteCase({ loaderData, actionData }: Route.ComponentProps) {
  const { own: words } = useWords(casesWords);
  const locale = useLocale();
  const { place, own, told } = loaderData;
  const isLocked = own.state === 'submitted' || own.state === 'withdrawn';
  const problems = Object.entries(actionData?.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: `${words.fields[name] ?? name}：${text}` }));
  return (
    <>
      <PageTitle title={own.draft.title || words.of(own.number)} />
      <WorkHead place={place} here="cases" title={own.draft.title || words.untitled} tags={<Status state={caseSquares[own.state]}>{words.states[own.state]}</Status>} />
      <Section title={words.of(own.number)} hideTitle tight>
        {actionData?.refusal === 'changed-meanwhile' ? <Theirs own={own} given={actionData.given ?? {}} /> : actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        <Errors title={words.missing} items={problems} />
        {told ? <div id="told"><Callout kind="ok">{words[told]}</Callout></div> : null}
        {own.reviewNote ? <Callout kind="check"><b>{words.returned}</b> {own.reviewNote}</Callout> : null}
        {isLocked ? <Callout kind="info">{words.locked}</Callout> : own.isShown ? <Callout kind="info">{words.rewriting}</Callout> : null}
        <div className="two">
          <form method="post" noValidate className="stacked">
            <input type="hidden" name="revision" value={own.revision} />
            <fieldset className="plain" disabled={isLocked}>
              <CaseFields content={own.draft} given={actionData?.given} problems={actionData?.fields} sections={loaderData.sections} offers={loaderData.offers} place={place.code} />
              {isLocked ? null : (
                <div className="row">
                  <Button kind="quiet" name="deed" value="save">{words.save}</Button>
                  <Button name="deed" value="submit">{words.submit}</Button>
                </div>
              )}
            </fieldset>
          </form>
          <aside className="parts">
            <Missing missing={own.missing} />
            <ConsentCards own={own} mayConsent={loaderData.mayConsent} isLocked={isLocked} />
          </aside>
        </div>
      </Section>
    </>
  );
}

function Missing({ missing }: { missing: readonly string[] }) {
  const { own: words } = useWords(casesWords);
  const label = (name: string) => (name.startsWith('consent.') ? words.consent[name.slice(8) as keyof typeof words.consent] : (words.fields[name] ?? name));
  return (
    <section className={missing.length > 0 ? 'miss' : 'miss full'}>
      <h2>{words.missing}</h2>
      {missing.length === 0 ? <p>{words.nothingMissing}</p> : <ul>{missing.map((name) => <li key={name}><a href={name.startsWith('consent.') ? '#consents' : `#${name}`}>{label(name)}</a></li>)}</ul>}
    </section>
  );
}
