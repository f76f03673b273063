import type { Kept } from '#app/domain/city/cockpit/model.ts';
import type { Area } from '#app/domain/city/cockpit/scorecard.ts';
import { childScorecardWords } from '#app/i18n/child-scorecard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { AskedCard, loadScorecard } from '#app/routes/public/scorecard/load.ts';
import { kinds, Mark, type MarkKind, markOf } from '#app/routes/public/scorecard/marks.tsx';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/scorecard.ts';

const drawingOf: Record<Area, ChildDrawingName> = { 0: 'star', 1: 'smile', 2: 'microphone', 3: 'house', 4: 'crossing', 5: 'swing' };
type Promised = { key: string; name: string; state: MarkKind };

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const { region, card } = await loadScorecard(context.get(ctxKey), params.code, query(request, AskedCard));
    return {
      code: region.code, place: region.name, year: card?.year ?? null, plan: card?.plan.id ?? null, isExample: card?.plan.isExample ?? false,
      areas: card?.areas.map(({ area, kept, rows }) => ({ area, kept, promised: rows.map(({ key, name, plain, light }): Promised => ({ key, name: plain ?? name, state: markOf[light] })).toSorted((one, other) => kinds.indexOf(one.state) - kinds.indexOf(other.state)) })) ?? [],
    };
  });
}

/** 给孩子看的记分卡: what grown-ups promised, area by area, in pictures and short sentences. */
export default function ChildScorecard({ loaderData: { code, place, year, plan, isExample, areas } }: Route.ComponentProps) {
  const words = useChildWords(childScorecardWords);
  const toGrownUps = year === null ? `/scorecard/${code}` : `/scorecard/${code}?plan=${plan}&year=${year}`;
  return (
    <ChildPage title={words.titleOf(place, year)} lead={words.lead}>
      {areas.length === 0 ? <ChildCard><p><Say>{words.none}</Say></p></ChildCard> : null}
      {areas.length > 0 ? <Key /> : null}
      {areas.map((each) => <AreaCard key={each.area} {...each} official={`${toGrownUps}#area-${each.area}`} />)}
      <ChildCard title={words.ask}>
        <p><Say>{words.askText}</Say></p>
        <p className="row"><a className="btn" href="/child/say"><Say>{words.say}</Say></a></p>
      </ChildCard>
      {isExample ? <p><Say>{words.demo}</Say></p> : null}
      <p><a href="/child/scorecard"><Say>{words.others}</Say></a></p>
      <p className="grownup"><a href={toGrownUps}>{words.adult.all}</a></p>
    </ChildPage>
  );
}

const saidOf = (words: typeof childScorecardWords['zh-CN']) => ({ done: words.keyDone, going: words.keyGoing, behind: words.keyBehind, missing: words.keyMissing, later: words.keyLater, hidden: words.keyHidden });

function Key() {
  const words = useChildWords(childScorecardWords);
  const said = saidOf(words);
  return <ChildCard title={words.key}><ul className="scorechildkey">{kinds.map((state) => <li key={state}><Mark kind={state} /><Say>{said[state]}</Say></li>)}</ul></ChildCard>;
}

function AreaCard({ area, kept, promised, official }: { area: Area; kept: Kept; promised: readonly Promised[]; official: string }) {
  const words = useChildWords(childScorecardWords);
  const said = saidOf(words);
  return (
    <ChildCard title={words.areas[area]!}>
      <div className="scorearea">
        <ChildDrawing name={drawingOf[area]} size={84} />
        <div>
          <p><Say>{words.all(kept.all)}</Say></p>
          {kinds.map((state) => (kept[state] > 0 ? <p key={state}><Say>{words[state](kept[state])}</Say></p> : null))}
          <ul className="scorechildlist">{promised.map(({ key, name, state }) => <li key={key}><Mark kind={state} /><span><Say>{name}</Say> <b><Say>{said[state]}</Say></b></span></li>)}</ul>
          <p className="grownup"><a href={official}>{words.adult.names}</a></p>
        </div>
      </div>
    </ChildCard>
  );
}
