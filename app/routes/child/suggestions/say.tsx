import { redirect } from 'react-router';
import { z } from 'zod';
import { findPrivate } from '#app/domain/children/moderation/model.ts';
import { SayInput } from '#app/domain/children/suggestions/input.ts';
import { most, type Topic, topics } from '#app/domain/children/suggestions/model.ts';
import { newPlate, newTicket } from '#app/domain/children/suggestions/plate.ts';
import { submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import script from '#app/enhance/say.ts?worker&url';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Choices, ChildBox, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords, useLook } from '#app/ui/child/look.ts';
import { Plate } from '#app/ui/child/path.tsx';
import { ForGrownUps, Say } from '#app/ui/child/say.tsx';
import { topicDrawings } from './drawings.ts';
import { PickedPictures, PickPictures, readPicked } from './pick-pictures.tsx';
import { SayWays } from './say-ways.tsx';
import { uploadsOf } from './uploads-of.ts';
import type { Route } from './+types/say.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export function loader({ request, context }: Route.LoaderArgs) {
  if (!context.get(ctxKey).child) throw redirect('/child/enter?to=/child/say');
  return { plate: newPlate(), picked: readPicked(new URL(request.url)) };
}

const Sent = SayInput.extend({ sure: z.string().max(3).default('') });

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Sent, async ({ sure, ...input }, given, form) => {
    if (!sure && findPrivate(input.text).length > 0) return { given, isPrivate: true };
    const said = await submitSuggestion(ctx, input, await uploadsOf(form));
    return redirect(`/child/said/${newTicket(ctx, said)}?new=yes`);
  });
}

/** 我有话说: where it is, how it is said, and the plate that leads back to it; the youngest tap pictures first. */
export default function SayPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useChildWords(childSuggestionsWords);
  const kit = useChildWords(childKitWords);
  const locale = useLocale();
  const isYoung = useLook().layer === 'with-grown-up';
  const problem = actionData as (Problem & { isPrivate?: boolean }) | undefined;
  const given = problem?.given ?? {};
  const isPrivate = problem?.isPrivate === true;
  const { picked } = loaderData;
  if (isYoung && (!picked.topic || !picked.picture)) return <PickPictures picked={picked} words={words} />;
  const plate = typeof given.plate === 'string' && given.plate ? given.plate : loaderData.plate;
  const steps = isYoung ? { how: 1, plate: 2 } : { how: 2, plate: 3 };
  return (
    <ChildPage title={words.say.title} lead={words.say.lead} about="say">
      {isYoung ? <ForGrownUps word={kit.grownUp}>{words.adult.say}</ForGrownUps> : null}
      <div data-say-part="trouble">{problem?.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}</div>
      <form method="post" encType="multipart/form-data" data-say-form>
        {isYoung ? <PickedPictures topic={picked.topic!} picture={picked.picture} words={words} /> : (
          <ChildCard>
            <Choices name="topic" number={1} legend={words.say.where} isRequired choices={topics.map((topic: Topic) => ({ value: topic, label: words.topics[topic], drawing: topicDrawings[topic], isChecked: given.topic === topic }))} />
          </ChildCard>
        )}
        <ChildCard number={steps.how} title={words.say.how}>
          <SayWays words={words} chosen={Array.isArray(given.pictures) ? (given.pictures as string[]) : []} isPicked={isYoung} />
          <div data-say-part="text">
            <ChildBox id="text" label={isYoung ? words.adult.write : words.say.text} maxLength={most.text} defaultValue={typeof given.text === 'string' ? given.text : ''} {...(isPrivate ? { problem: words.say.sure } : {})} />
            {isPrivate ? <input type="hidden" name="sure" value="yes" /> : null}
          </div>
        </ChildCard>
        <ChildCard number={steps.plate} title={words.say.plateTitle}>
          <Plate code={plate}>
            <p><Say>{words.say.plateText}</Say></p>
          </Plate>
          <input type="hidden" name="plate" value={plate} />
        </ChildCard>
        <p className="trouble" role="status" data-say-line="offline" hidden><Say>{words.say.offline}</Say></p>
        <p className="trouble" role="status" data-say-line="online" hidden><Say>{words.say.online}</Say></p>
        <div className="row" data-say-part="send">
          <button className="btn"><Say>{isPrivate ? words.say.sendAnyway : words.say.send}</Say></button>
          <a className="btn quiet" href="/child"><Say>{words.say.leave}</Say></a>
        </div>
      </form>
      <script type="module" src={script} />
    </ChildPage>
  );
}
