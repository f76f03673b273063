import { redirect } from 'react-router';
import { z } from 'zod';
import { confirmByCode } from '#app/domain/service/hazards/confirm-hazard.ts';
import { ConfirmInput, ReasonInput } from '#app/domain/service/hazards/input.ts';
import { trackHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { reopenByCode } from '#app/domain/service/hazards/reopen-hazard.ts';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { childPlacesWords } from '#app/i18n/child-places.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { monthDay } from '#app/routes/child/suggestions/month-day.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { OwnWords, Path, Plate } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';
import { pathOfHazard } from './path-of-hazard.ts';
import { ReallyFixed } from './really-fixed.tsx';
import type { Route } from './+types/told.ts';

export const headers = () => ({ 'Cache-Control': 'no-store' });

export function loader({ params, request, context }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  return show(async () => ({ hazard: await trackHazard(context.get(ctxKey), params.code), isNew: asked.has('new'), thanks: asked.get('told') }));
}

const Deed = z.discriminatedUnion('deed', [ConfirmInput.safeExtend({ deed: z.literal('confirm') }), ReasonInput.extend({ deed: z.literal('reopen') })]);

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  // A tapped picture is enough: the words for the adults then stand where a child wrote nothing.
  const Chosen = z.preprocess((given) => {
    const form = given as Record<string, string | undefined>;
    const words = childPlacesWords[ctx.locale].told;
    return { ...form, body: form['body'] || (form['fixed'] === 'no' ? words.no : ''), reason: words.brokenWords };
  }, Deed);
  return answer(ctx, request, Chosen, async (input) => {
    if (input.deed === 'reopen') await reopenByCode(ctx, params.code, input);
    else await confirmByCode(ctx, params.code, input);
    return redirect(`/child/places/told/${encodeURIComponent(params.code)}?told=${input.deed === 'confirm' && input.fixed === 'yes' ? 'thanks' : 'again'}`);
  });
}

/** 我报的危险: the hopscotch path of what became of it, and the question that the child who reported it answers. */
export default function ToldPage({ loaderData: { hazard, isNew, thanks }, actionData }: Route.ComponentProps) {
  const { told: words } = useChildWords(childPlacesWords);
  const kit = useChildWords(childKitWords);
  const { kinds, bodies } = useWords(hazardsWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const photos = (ids: readonly string[], alt: string) => ids.map((id) => <img key={id} src={`/hazards/${hazard.code}/photos/${id}?thumbnail`} alt={alt} width={240} height={180} />);
  return (
    <ChildPage title={isNew ? words.received : words.title}>
      {problem.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}
      {thanks === 'again' || thanks === 'thanks' ? <ChildCard><p role="status"><Say>{words[thanks]}</Say></p></ChildCard> : null}
      <ChildCard>
        {hazard.isMine ? <p><Say>{words.inList}</Say></p> : (
          <>
            <p><Say>{words.code}</Say></p>
            <Plate code={hazard.code}>{isNew ? <p><Say>{words.keep}</Say></p> : null}</Plate>
          </>
        )}
      </ChildCard>
      <ReallyFixed state={hazard.state} words={words} problem={problem} />
      <ChildCard>
        {hazard.isSafe ? <p><Say>{words.gone}</Say></p> : <OwnWords text={hazard.text || `${kinds[hazard.kind]} · ${hazard.placeText}`} when={words.said(monthDay(beijingDay(hazard.reportedAt), locale))} />}
        {hazard.isDuplicate ? <p><Say>{words.same}</Say></p> : hazard.reading === 'reading' && hazard.state === 'reported' && !hazard.isSafe ? <p><Say>{words.reading}</Say></p> : null}
        <div className="row">{photos(hazard.before, words.before)}{photos(hazard.after, words.after)}</div>
        <Path steps={pathOfHazard(hazard, words, bodies, locale)} words={kit.states} />
      </ChildCard>
      <div className="row"><a className="btn quiet" href="/child/places"><Say>{words.other}</Say></a></div>
    </ChildPage>
  );
}
