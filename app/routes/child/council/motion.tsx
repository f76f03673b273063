import { redirect } from 'react-router';
import { z } from 'zod';
import { answerWording } from '#app/domain/children/councils/answer-wording.ts';
import { motionForChild } from '#app/domain/children/councils/motion-for-child.ts';
import { rateMotion } from '#app/domain/children/councils/rate-motion.ts';
import { RateInput } from '#app/domain/children/suggestions/input.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { OwnWords, Path } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';
import { monthDay } from '../suggestions/month-day.ts';
import { Rate } from '../suggestions/rate.tsx';
import { Wording } from '../suggestions/wording.tsx';
import { pathOfMotion } from './path-of-motion.tsx';
import { Support } from './support.tsx';
import { WhatIsWrong } from './what-is-wrong.tsx';
import type { Route } from './+types/motion.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => ({ ...(await motionForChild(context.get(ctxKey), params.id)), thanks: new URL(request.url).searchParams.get('told') }));
}

const Deed = z.discriminatedUnion('deed', [RateInput.extend({ deed: z.literal('rate') }), z.object({ deed: z.literal('wording'), agrees: z.enum(['yes', 'no']) })]);

export function action({ params: { id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'wording') {
      await answerWording(ctx, 'motion', id, input.agrees === 'yes');
      return redirect(`/child/council/motions/${id}`);
    }
    const { reopened } = await rateMotion(ctx, id, input);
    return redirect(`/child/council/motions/${id}?told=${reopened ? 'again' : 'thanks'}`);
  });
}

/** 一件事后来怎么样: what we wanted, how we voted, what the grown-ups answered and did, and what whoever put it thinks of that. */
export default function ChildMotionPage({ loaderData, params, actionData }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  const said = useChildWords(childSuggestionsWords);
  const kit = useChildWords(childKitWords);
  const locale = useLocale();
  const { motion, council, hasAccount, proposal, matter, rated, mayRate, isRead, thanks } = loaderData;
  const rateable = matter?.steps.filter(({ kind, text }) => (kind !== 'answered' && kind !== 'done') || text !== '') ?? [];
  return (
    <ChildPage title={motion.title} lead={council.name}>
      <WhatIsWrong problem={(actionData ?? undefined) as Problem | undefined} />
      {thanks === 'again' || thanks === 'thanks' ? <ChildCard><p role="status"><Say>{said.rate[thanks]}</Say></p></ChildCard> : null}
      <ChildCard>
        <OwnWords text={motion.text} when={words.path.putOn(monthDay(motion.putOn, locale))} />
        {isRead ? null : <p><b><Say>{words.reading}</Say></b></p>}
        <Path steps={pathOfMotion(loaderData, words, said, locale, `/child/council/motions/${params.id}/photos`)} words={kit.states} />
        {!hasAccount && motion.state === 'put' ? <Support motionId={params.id} /> : null}
      </ChildCard>
      {proposal ? <Wording texts={proposal.map(({ text }) => text)} words={said} /> : null}
      {mayRate ? <Rate tracked={{ steps: rateable, rated, said: { isSafe: false } }} words={said} /> : null}
      <p className="row"><a className="btn quiet" href={`/child/council/${council.id}`}><Say>{words.back}</Say></a></p>
    </ChildPage>
  );
}
