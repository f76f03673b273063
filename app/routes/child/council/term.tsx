import { redirect } from 'react-router';
import { answerWording } from '#app/domain/children/councils/answer-wording.ts';
import { castBallot } from '#app/domain/children/councils/ballot.ts';
import { ballotForChild } from '#app/domain/children/councils/child-read.ts';
import { BallotInput, IdInput, SelfNameInput, WordingInput } from '#app/domain/children/councils/input.ts';
import { nominateSelf, standDown } from '#app/domain/children/councils/nominate.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Problem, show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Choices } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { Wording } from '../suggestions/wording.tsx';
import { childAct, childDeed } from './act.ts';
import { WhatIsWrong } from './what-is-wrong.tsx';
import type { Route } from './+types/term.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = context.get(ctxKey);
    const done = new URL(request.url).searchParams.get('done');
    const ballot = await ballotForChild(ctx, params.id);
    return { ...ballot, done, canStand: ballot.state === 'nominating' && beijingDay(ctx.now) <= ballot.nominateUntil };
  });
}

export function action({ params: { id: termId }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = (done: string) => redirect(`/child/council/terms/${termId}?done=${done}`);
  return childAct(ctx, request, {
    stand: childDeed(SelfNameInput, async (input) => {
      await nominateSelf(ctx, termId, input);
      return back('stood');
    }),
    'stand-down': childDeed(IdInput, async ({ id }) => {
      await standDown(ctx, id);
      return back('down');
    }),
    wording: childDeed(WordingInput, async ({ agrees }) => {
      const { mine } = await ballotForChild(ctx, termId);
      await answerWording(ctx, 'candidate', mine?.id ?? '', agrees === 'yes');
      return back('answered');
    }),
    cast: childDeed(BallotInput, async ({ choices, slip }) => {
      await castBallot(ctx, termId, choices, slip);
      return back('cast');
    }),
  });
}

/** 选委员: while names are put forward one can stand; while the ballot is open one can vote, and nobody knows for whom. */
export default function ChildTerm({ loaderData, actionData }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  const { state, council, done } = loaderData;
  const isBallot = state === 'ballot';
  return (
    <ChildPage title={isBallot ? words.voteTitle : words.standTitle} lead={council.name}>
      <WhatIsWrong problem={actionData} />
      {done === 'cast' ? <ChildCard><p><b><Say>{words.castThanks}</Say></b></p></ChildCard> : null}
      {isBallot && done !== 'cast' ? <Ballot ballot={loaderData} /> : null}
      {state === 'nominating' ? <Stand ballot={loaderData} problem={actionData} /> : null}
      {!isBallot && state !== 'nominating' ? <ChildCard><p><Say>{words.ballotClosed}</Say></p></ChildCard> : null}
      <p className="row"><a className="btn quiet" href="/child/council"><Say>{words.back}</Say></a></p>
    </ChildPage>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Ballot({ ballot }: { ballot: Loaded }) {
  const words = useChildWords(childCouncilWords);
  return (
    <ChildCard>
      <form method="post">
        <p><Say>{words.voteLead(ballot.seats)}</Say></p>
        <Choices name="choices[]" legend={words.choose} isMany choices={ballot.candidates.map(({ id, nickname, statement }) => ({ value: id, label: statement ? `${nickname}：${statement}` : nickname }))} />
        {ballot.needsSlip ? <ChildBox id="slip" label={`${words.slip} ${words.slipHint}`} rows={1} maxLength={20} isRequired /> : null}
        <p className="row"><button className="btn" name="go" value="cast"><Say>{words.castGo}</Say></button></p>
      </form>
    </ChildCard>
  );
}

function Stand({ ballot: { mine, canStand, needsSlip, done }, problem }: { ballot: Loaded; problem: Problem | undefined }) {
  const words = useChildWords(childCouncilWords);
  const kit = useChildWords(childKitWords);
  const said = useChildWords(childSuggestionsWords);
  const typed = (name: string) => (typeof problem?.given?.[name] === 'string' ? problem.given[name] : '');
  if (mine) {
    if (mine.proposal) return <Wording texts={mine.proposal.map(({ text }) => text)} words={said} />;
    return (
      <ChildCard title={done === 'stood' ? words.standThanks : mine.state === 'withdrawn' ? words.stoodDown : words.stoodAlready}>
        {mine.state === 'withdrawn' ? null : <form method="post"><input type="hidden" name="id" value={mine.id} /><button className="btn quiet" name="go" value="stand-down"><Say>{words.standDown}</Say></button></form>}
      </ChildCard>
    );
  }
  if (!canStand) return <ChildCard><p><Say>{words.standLate}</Say></p></ChildCard>;
  return (
    <ChildCard>
      <p><Say>{words.standLead}</Say></p>
      {needsSlip ? null : (
        <form method="post">
          <ChildBox id="nickname" label={`${words.nickname} ${words.nicknameHint}`} rows={1} maxLength={12} isRequired defaultValue={typed('nickname')} />
          <ChildBox id="statement" label={words.statement} maxLength={200} defaultValue={typed('statement')} />
          <p><label className="tick"><input type="checkbox" name="isShown" value="yes" /> <Say>{words.share}</Say></label></p>
          <p className="row"><button className="btn" name="go" value="stand"><Say>{words.standGo}</Say></button></p>
        </form>
      )}
      <ForGrownUps word={kit.grownUp}>{words.adult.consent}</ForGrownUps>
    </ChildCard>
  );
}
