import { plansOfPlaces } from '#app/domain/city/cockpit/places.ts';
import { childScorecardWords } from '#app/i18n/child-scorecard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/scorecards.ts';

export async function loader({ context }: Route.LoaderArgs) {
  return { places: await plansOfPlaces(context.get(ctxKey)) };
}

/** 各地的记分卡, for children: whoever is not signed in finds their city here. */
export default function ChildScorecards({ loaderData: { places } }: Route.ComponentProps) {
  const words = useChildWords(childScorecardWords);
  const all = places[0]?.all ?? 0;
  return (
    <ChildPage title={words.where} lead={words.whereLead}>
      <ChildCard>
        {places.length < all ? <p><Say>{words.firstPlaces(places.length, all)}</Say></p> : null}
        {places.length === 0 ? <p><Say>{words.nowhere}</Say></p> : <ul className="scorechildplaces">{places.map(({ code, name }) => <li key={code}><a href={`/child/scorecard/${code}`}><Say>{name}</Say></a></li>)}</ul>}
      </ChildCard>
    </ChildPage>
  );
}
