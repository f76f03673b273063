import { data, redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { citeForRule, unciteForRule } from '#app/domain/pilot/self-assessment/cite-evidence.ts';
import { getAssessment } from '#app/domain/pilot/self-assessment/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { WorkHead } from '../work-head.tsx';
import { sectionAddress, whichOf, yearAddress } from './which.ts';
import type { Route } from './+types/rule.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const which = whichOf(params);
    const [place, { edition, cited, canFill }] = await Promise.all([workPlace(ctx, params.code), getAssessment(ctx, which)]);
    const rule = rulesOf(edition).find(({ id }) => id === params.rule);
    if (!rule) throw new Refusal('not-found', 404);
    const words = new URL(request.url).searchParams.get('words')?.trim().slice(0, 60) ?? '';
    const here = cited.filter(({ ruleId }) => ruleId === rule.id);
    const offers = canFill ? (await evidenceFor(ctx, params.code, { ruleId: rule.id, ...(words ? { words } : {}), limit: 30 })).filter(({ id }) => !here.some((one) => one.id === id)) : [];
    return { place, which, rule, cited: here, offers, canFill, words };
  });
}

/** 引用、不再引用: one piece for this rule. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const [deed, evidenceId = ''] = String(form?.get('go') ?? '').split('|');
  try {
    const what = { ruleId: params.rule, evidenceId };
    if (deed === 'cite') await citeForRule(ctx, whichOf(params), what);
    else if (deed === 'uncite') await unciteForRule(ctx, whichOf(params), what);
    else throw new Refusal('form-unreadable', 400);
    return redirect(yearAddress(whichOf(params), `/rules/${encodeURIComponent(params.rule)}`));
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

/** 选佐证 for one rule: what is cited, what could be, best first, and the way to enter something new. */
export default function RulePage({ loaderData: { place, which, rule, cited, offers, canFill, words: asked }, actionData }: Route.ComponentProps) {
  const all = useWords(assessmentWords);
  const { rule: words, form } = all;
  const locale = useLocale();
  const back = sectionAddress(which, rule.section.id, rule.id);
  return (
    <>
      <PageTitle title={words.title(rule.id)} />
      <WorkHead place={place} here="self-assessment" title={words.title(rule.id)} lead={inLanguage(rule, locale)} beyond={[{ href: yearAddress(which), label: all.titleOf(which.year) }, { href: back, label: all.form.here(rule.section.id, inLanguage(rule.section, locale)) }]} />
      <div className="wrap body stacked">
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        <form method="post" className="stacked">
          <section className="card">
            <h2>{words.cited}</h2>
            {cited.length === 0 ? <p className="muted">{form.noEvidence}</p> : (
              <ul className="pick-list">
                {cited.map((piece) => (
                  <li key={piece.id}>
                    <a href={`/work/${which.regionCode}/evidence/${piece.id}`}>{piece.title}</a>
                    {form.standings[piece.standing] ? <Tag kind="check">{form.standings[piece.standing]}</Tag> : null}
                    {canFill ? <Button kind="quiet" small name="go" value={`uncite|${piece.id}`} aria-label={form.unciteOf(piece.title)}>{form.uncite}</Button> : null}
                  </li>
                ))}
              </ul>
            )}
          </section>
          {canFill ? (
            <section className="card">
              <h2>{words.offers}</h2>
              <p className="small muted">{words.offersLead}</p>
              {offers.length === 0 ? <Empty drawing="picture" text={words.none} /> : (
                <ul className="pick-list">
                  {offers.map((offer) => (
                    <li key={offer.id}>
                      <span>
                        <b>{offer.title}</b>
                        <br />
                        <span className="small muted">{[offer.summary, words.why[offer.why], offer.timesCited > 0 ? words.times(offer.timesCited) : '', offer.validTo ? words.until(shortDay(offer.validTo, locale)) : ''].filter(Boolean).join(' · ')}</span>
                      </span>
                      <Button small name="go" value={`cite|${offer.id}`} aria-label={form.cite(offer.title)}>{words.cite}</Button>
                    </li>
                  ))}
                </ul>
              )}
            </section>
          ) : null}
        </form>
        {canFill ? (
          <form className="row" role="search" action={yearAddress(which, `/rules/${encodeURIComponent(rule.id)}`)}>
            <input className="in grow" type="search" name="words" defaultValue={asked} maxLength={60} aria-label={words.search} placeholder={words.search} />
            <Button kind="quiet">{words.go}</Button>
          </form>
        ) : null}
        <div className="row">
          <ButtonLink href={back}>{words.back}</ButtonLink>
          {canFill ? <ButtonLink kind="quiet" href={`/work/${which.regionCode}/evidence/new`}>{words.add}</ButtonLink> : null}
        </div>
      </div>
    </>
  );
}
