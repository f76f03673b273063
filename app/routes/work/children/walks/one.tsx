import { randomUUID } from 'node:crypto';
import { renderSVG } from 'uqr';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { countOf, isOver } from '#app/domain/service/walks/model.ts';
import { getWalk } from '#app/domain/service/walks/read.ts';
import { spotIds } from '#app/domain/service/walks/sync-walk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey, layers } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { actOn } from './act.ts';
import { BeforeAfter } from './before-after.tsx';
import { ScoresView } from './scores-view.tsx';
import { Ends, Ways } from './ways.tsx';
import { WrongList } from './wrong-list.tsx';
import type { Route } from './+types/one.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const read = await getWalk(ctx, place.code, params.id, new URL(request.url).searchParams.get('against') ?? undefined);
    const phonePage = `${originOf(request)}/walk`;
    return { place, read, phonePage, square: renderSVG(`${phonePage}#${read.walk.code}`, { border: 1 }), spots: spotIds(read.walk), formId: randomUUID() };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  return actOn(context.get(ctxKey), request, params.code, params.id);
}

/** 一次走查 at work: how to walk while it is open, what was seen, what becomes a ticket, before and after. */
export default function WalkAtWork({ loaderData: { place, read, phonePage, square, spots, formId }, actionData }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const locale = useLocale();
  const { one, plan } = words;
  const { walk } = read;
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const base = `/work/${place.code}/children`;
  const isOpen = !isOver(walk.state);
  const ages = layers.filter((layer) => (walk.children[layer] ?? 0) > 0).map((layer) => `${plan.ages[layer]}${words.colon}${walk.children[layer]}`);
  return (
    <>
      <PageTitle title={`${walk.place} · ${words.title}`} />
      <ChildrenHead place={place} here="walks" title={walk.place} tags={<><Tag kind="plain">{words.settings[walk.setting]}</Tag><Tag kind={walk.state === 'closed' ? 'ok' : 'open'}>{words.states[walk.state]}</Tag>{walk.isInvented ? <Tag kind="check">{words.sample}</Tag> : null}</>} />
      <Section title={walk.place} hideTitle tight>
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        <Facts facts={[
          { term: one.facts.day, text: shortDay(walk.day, locale) },
          { term: one.facts.adults, text: walk.adults },
          { term: one.facts.group, text: walk.groupName },
          { term: one.facts.children, text: [words.kids(countOf(walk.children)), ...ages].join(' · ') },
          ...(walk.note ? [{ term: one.facts.note, text: walk.note }] : []),
          ...(walk.state === 'called-off' ? [{ term: one.reason, text: walk.endWords }] : []),
        ]} />
        {walk.state === 'closed' ? <p className="row"><a href={`/child/walks/${walk.id}`}>{one.told}</a><a href={`/communities/${place.code}/walks`}>{one.publicPage}</a></p> : null}
      </Section>
      {isOpen ? <Ways base={base} read={read} phonePage={phonePage} square={square} spots={spots} formId={formId} given={given} errors={problem.fields} /> : null}
      {walk.state === 'called-off' ? null : (
        <>
          <ScoresView walk={read} />
          {read.taps > 0 || read.photos.length > 0 ? <WrongList base={base} read={read} /> : null}
          {read.taps > 0 ? <BeforeAfter base={base} read={read} /> : null}
        </>
      )}
      {isOpen ? <Ends read={read} given={given} errors={problem.fields} /> : null}
    </>
  );
}
