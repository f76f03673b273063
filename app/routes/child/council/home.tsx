import { redirect } from 'react-router';
import { councilsForChild } from '#app/domain/children/councils/child-read.ts';
import { nextOfMine } from '#app/domain/children/councils/tell-sessions.ts';
import { IdInput, SignUpInput } from '#app/domain/children/observers/input.ts';
import { roundsForChild } from '#app/domain/children/observers/read.ts';
import { signUp, takeBack } from '#app/domain/children/observers/sign-up.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { RoundCard } from '../observers/round-card.tsx';
import { childAct, childDeed } from './act.ts';
import { MyNext } from './my-next.tsx';
import { WhatIsWrong } from './what-is-wrong.tsx';
import type { Route } from './+types/home.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    if (!ctx.child) return { isHere: false as const, hasAccount: false, councils: [], rounds: [], next: undefined, now: ctx.now };
    return { isHere: true as const, hasAccount: ctx.child.childId !== null, councils: await councilsForChild(ctx), rounds: await roundsForChild(ctx, ctx.child.regionCode, ctx.child.childId), next: await nextOfMine(ctx), now: ctx.now };
  });
}

const WithRound = SignUpInput.extend(IdInput.shape);

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return childAct(ctx, request, {
    'sign-up': childDeed(WithRound, async ({ id, nickname }) => {
      await signUp(ctx, id, nickname);
      return redirect(`/child/council#round-${id}`);
    }),
    'give-back': childDeed(IdInput, async ({ id }) => {
      await takeBack(ctx, id);
      return redirect(`/child/council#round-${id}`);
    }),
  });
}

/** 小朋友开会: the councils of my places, and the walks one can come along to. */
export default function ChildCouncils({ loaderData, actionData }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  const kit = useChildWords(childKitWords);
  const locale = useLocale();
  const { councils, rounds, isHere, next } = loaderData;
  if (!isHere) {
    return (
      <ChildPage title={words.title} lead={words.lead}>
        <ChildCard title={words.needCode}><p className="row"><a className="btn" href="/child/enter?to=/child/council"><Say>{words.enter}</Say></a></p></ChildCard>
      </ChildPage>
    );
  }
  return (
    <ChildPage title={words.title} lead={words.lead}>
      <WhatIsWrong problem={actionData} />
      {next ? <MyNext next={next} /> : null}
      {councils.length === 0 ? (
        <ChildCard title={words.none}><p><Say>{words.noneMore}</Say></p><p className="row"><a className="btn" href="/child/say"><Say>{words.say}</Say></a></p></ChildCard>
      ) : councils.map((council) => (
        <ChildCard key={council.id} title={council.name}>
          {council.isMine ? <p><b><Say>{words.mine}</Say></b></p> : null}
          <p><Say>{council.next ? words.next(shortDay(beijingDay(council.next), locale)) : words.noNext}</Say></p>
          {council.term ? <p><Say>{council.term.state === 'ballot' ? words.voting : words.nominating(shortDay(council.term.nominateUntil, locale))}</Say></p> : null}
          <p className="row">
            <a className="btn" href={`/child/council/${council.id}`}><Say>{words.look}</Say></a>
            {council.term ? <a className="btn quiet" href={`/child/council/terms/${council.term.id}`}><Say>{council.term.state === 'ballot' ? words.vote : words.stand}</Say></a> : null}
          </p>
        </ChildCard>
      ))}
      <h2 className="apart"><Say>{words.rounds}</Say></h2>
      {rounds.length === 0 ? <p><Say>{words.noRounds}</Say></p> : rounds.map((round) => <RoundCard key={round.id} round={round} now={loaderData.now} hasAccount={loaderData.hasAccount} />)}
      <ForGrownUps word={kit.grownUp}>{words.adult.consent}</ForGrownUps>
    </ChildPage>
  );
}

export type ChildRound = Route.ComponentProps['loaderData']['rounds'][number];
