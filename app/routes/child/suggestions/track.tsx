import { redirect } from 'react-router';
import { z } from 'zod';
import { answerWording } from '#app/domain/children/suggestions/answer-edit.ts';
import { RateInput } from '#app/domain/children/suggestions/input.ts';
import { looksLikePlate } from '#app/domain/children/suggestions/model.ts';
import { rateStep } from '#app/domain/children/suggestions/rate-step.ts';
import { findByPlate, trackSaid } from '#app/domain/children/suggestions/track.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, notKept, type Problem, show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords, useLook } from '#app/ui/child/look.ts';
import { OwnWords, Path, Plate } from '#app/ui/child/path.tsx';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { Files } from './files.tsx';
import { monthDay } from './month-day.ts';
import { pathOf } from './path-of.tsx';
import { Rate } from './rate.tsx';
import { Wording } from './wording.tsx';
import type { Route } from './+types/track.ts';

export const headers = notKept;

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  return show(async () => {
    if (looksLikePlate(params.ticket)) throw redirect(`/child/said/${await findByPlate(ctx, params.ticket)}`);
    return { tracked: await trackSaid(ctx, params.ticket), isNew: asked.has('new'), thanks: asked.get('told') };
  });
}

const Deed = z.discriminatedUnion('deed', [RateInput.extend({ deed: z.literal('rate') }), z.object({ deed: z.literal('wording'), agrees: z.enum(['yes', 'no']) })]);

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'wording') {
      await answerWording(ctx, params.ticket, input.agrees === 'yes');
      return redirect(`/child/said/${params.ticket}`);
    }
    const { reopened } = await rateStep(ctx, params.ticket, input);
    return redirect(`/child/said/${params.ticket}?told=${reopened ? 'again' : 'thanks'}`);
  });
}

/** 后来怎么样了: the child's own words, the hopscotch path, and what the child thinks of it. */
export default function TrackPage({ loaderData: { tracked, isNew, thanks }, params, actionData }: Route.ComponentProps) {
  const words = useChildWords(childSuggestionsWords);
  const kit = useChildWords(childKitWords);
  const locale = useLocale();
  const { layer } = useLook();
  const problem = (actionData ?? {}) as Problem;
  const { said, plate, review, files } = tracked;
  const own = files.filter(({ suggestionId }) => suggestionId !== null);
  const here = `/child/said/${params.ticket}`;
  return (
    <ChildPage title={isNew ? words.track.received : words.track.title} about="said" takeBack={{ href: `${here}/take-back`, label: words.back.link }}>
      {problem.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}
      {thanks === 'again' || thanks === 'thanks' ? <ChildCard><p role="status"><Say>{words.rate[thanks]}</Say></p></ChildCard> : null}
      {plate ? (
        <ChildCard>
          <p>{words.track.plate}</p>
          <Plate code={plate}>{isNew ? <p><Say>{words.track.keep}</Say></p> : null}</Plate>
          {isNew && layer === 'with-grown-up' ? <ForGrownUps word={kit.grownUp}>{words.adult.plate}</ForGrownUps> : null}
        </ChildCard>
      ) : null}
      <ChildCard>
        {said.isSafe ? <p><Say>{words.track.safe}</Say></p> : (
          <>
            {said.text ? <OwnWords text={said.text} when={words.track.said(monthDay(said.on, locale))} /> : <p><Say>{[words.topics[said.topic], ...said.pictures.map((picture) => words.pictures[picture])].join('、')}</Say></p>}
            {own.length > 0 ? <Files files={own} ticket={params.ticket} words={words} /> : null}
          </>
        )}
        <Path steps={pathOf(tracked, words, locale, params.ticket)} words={kit.states} />
      </ChildCard>
      {review.edited && !said.isSafe ? <Wording texts={[review.edited]} words={words} /> : null}
      <Rate tracked={tracked} words={words} />
      <div className="row"><a className="btn quiet" href="/child/said?put=yes"><Say>{words.put}</Say></a></div>
    </ChildPage>
  );
}
