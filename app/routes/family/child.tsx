import { redirect } from 'react-router';
import { z } from 'zod';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { answerConsent, withdrawConsent } from '#app/domain/children/identity/answer-consent.ts';
import { correctChild } from '#app/domain/children/identity/correct-child.ts';
import { eraseChild } from '#app/domain/children/identity/erase-child.ts';
import { getHeld } from '#app/domain/children/identity/family.ts';
import { ConsentInput, CorrectInput, RightInput } from '#app/domain/children/identity/input.ts';
import { purposes } from '#app/domain/children/identity/model.ts';
import { askRight } from '#app/domain/children/identity/rights.ts';
import { sharesOfChild } from '#app/domain/children/sharing/read.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { AskForm, CorrectForm, EraseForm } from './child-forms.tsx';
import { PurposeCard } from './purpose-card.tsx';
import { SharedWithList } from './shared-with.tsx';
import type { Route } from './+types/child.ts';

const Deed = z.discriminatedUnion('deed', [
  ConsentInput.extend({ deed: z.literal('consent') }),
  z.object({ deed: z.literal('withdraw'), purpose: z.enum(purposes) }),
  CorrectInput.extend({ deed: z.literal('correct') }),
  RightInput.extend({ deed: z.literal('ask') }),
  z.object({ deed: z.literal('erase'), sure: z.literal('yes') }),
]);
const news = { consent: 'answered', withdraw: 'withdrawn', correct: 'corrected', ask: 'asked' } as const;

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const held = await getHeld(ctx, params.childId);
    const day = (at: Date) => shortDay(beijingDay(at), ctx.locale);
    const given = await sharesOfChild(ctx, params.childId);
    const said = new URL(request.url).searchParams.get('news');
    return {
      id: held.id, name: held.name, nickname: held.nickname, birthday: held.birthday, relation: held.relation, basis: held.basis, age: held.age, band: held.band,
      region: (await placeNames(ctx, [held.regionCode]))(held.regionCode), since: day(held.registeredAt), text: held.notice.content[ctx.locale],
      states: held.states.map((state) => ({ ...state, at: state.at && day(state.at) })),
      openings: held.openings.map(({ at, by }) => ({ by, at: shortTime(at, ctx.locale) })),
      requests: held.requests.map(({ id, kind, words, dueOn, isGranted, answer: reply }) => ({ id, kind, words, due: shortDay(dueOn, ctx.locale), isGranted, answer: reply })),
      given: given.map(({ id, receiver, fields, purpose, basis, article, sharedOn, expiresOn, standing, ending }) => ({ id, receiver, fields, purpose, basis, article, standing, ending, on: shortDay(sharedOn, ctx.locale), until: shortDay(expiresOn, ctx.locale) })),
      news: Object.values(news).find((one) => one === said),
    };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'consent') await answerConsent(ctx, params.childId, input);
    else if (input.deed === 'withdraw') await withdrawConsent(ctx, params.childId, input.purpose);
    else if (input.deed === 'correct') await correctChild(ctx, params.childId, input);
    else if (input.deed === 'ask') await askRight(ctx, params.childId, input);
    else {
      await eraseChild(ctx, params.childId);
      return redirect('/family?news=erased');
    }
    return redirect(`/family/${params.childId}?news=${news[input.deed]}`);
  });
}

/** 一个孩子: what is held, why, who looked; and everything a guardian may do about it. */
export default function OwnChildPage({ loaderData: child, actionData }: Route.ComponentProps) {
  const words = useWords(familyWords);
  const { child: own, register } = words;
  const problem = actionData as Problem | undefined;
  return (
    <div className="wrap body stacked families">
      <PageTitle title={child.nickname} />
      <Breadcrumb label={words.title} links={[{ href: '/family', label: words.title }]} here={child.nickname} />
      <PageHead title={child.nickname} lead={`${words.age(child.age)} · ${words.bands[child.band]}`} />
      {child.news ? <Callout kind="ok">{own[child.news]}</Callout> : null}
      <Trouble problem={problem} names={{ name: register.name, nickname: register.nickname, birthday: register.birthday, words: own.askWords, kind: own.askKind, sure: own.eraseSure }} />
      <section>
        <h2>{own.held}</h2>
        <Facts
          facts={[
            { term: own.kinds.name, text: child.name }, { term: own.kinds.nickname, text: child.nickname }, { term: own.kinds.birthday, text: child.birthday },
            { term: own.kinds.relation, text: words.relations[child.relation as keyof typeof words.relations] }, { term: own.kinds.region, text: child.region },
            { term: own.kinds.since, text: child.since }, { term: own.why, text: own.basis[child.basis as keyof typeof own.basis] },
          ]}
        />
        <p className="row"><ButtonLink kind="quiet" small href={`/family/${child.id}/files/copy.json`} download>{own.json}</ButtonLink> <ButtonLink kind="quiet" small href={`/family/${child.id}/files/copy.pdf`} download>{own.pdf}</ButtonLink> <span className="muted small">{own.copyText}</span></p>
      </section>
      <section>
        <h2>{own.card}</h2>
        <p>{own.cardText} <a href={`/family/${child.id}/card`}>{own.makeCard}</a></p>
      </section>
      <section>
        <h2>{own.purposes}</h2>
        {child.states.map((state) => <PurposeCard key={state.purpose} state={state} band={child.band} text={child.text} />)}
      </section>
      <section>
        <h2>{own.looks}</h2>
        {child.openings.length === 0 ? <p className="note">{own.noLooks}</p> : <ul>{child.openings.map(({ by, at }) => <li key={at + by}>{by} {at}</li>)}</ul>}
      </section>
      <SharedWithList given={child.given} />
      <CorrectForm child={child} problem={problem} />
      <AskForm requests={child.requests} problem={problem} />
      <EraseForm problem={problem} />
    </div>
  );
}
