import { z } from 'zod';
import type { Area, Kept } from '#app/domain/city/cockpit/scorecard.ts';
import { childScorecardWords } from '#app/i18n/child-scorecard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { openScorecard } from '#app/routes/public/scorecard/load.ts';
import { Marks } from '#app/routes/public/scorecard/marks.tsx';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/scorecard.ts';

const Asked = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });
const drawingOf: Record<Area, ChildDrawingName> = { 0: 'star', 1: 'smile', 2: 'microphone', 3: 'house', 4: 'crossing', 5: 'swing' };
const states = ['done', 'going', 'behind', 'missing', 'later'] as const;

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const { region, card } = await openScorecard(context.get(ctxKey), params.code, query(request, Asked).year);
    return { code: region.code, isExample: card?.plan.isExample ?? false, areas: card?.areas.map(({ area, kept }) => ({ area, kept })) ?? [] };
  });
}

/** 给孩子看的记分卡: what grown-ups promised, area by area, in pictures and short sentences. */
export default function ChildScorecard({ loaderData: { code, isExample, areas } }: Route.ComponentProps) {
  const words = useChildWords(childScorecardWords);
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {areas.length === 0 ? <ChildCard><p><Say>{words.none}</Say></p></ChildCard> : null}
      {areas.length > 0 ? <Key /> : null}
      {areas.map(({ area, kept }) => <AreaCard key={area} area={area} kept={kept} />)}
      <ChildCard title={words.ask}>
        <p><Say>{words.askText}</Say></p>
        <p className="row"><a className="btn" href="/child/say"><Say>{words.say}</Say></a></p>
      </ChildCard>
      {isExample ? <p><Say>{words.demo}</Say></p> : null}
      <p className="grownup"><a href={`/scorecard/${code}`}>{words.adult.all}</a></p>
    </ChildPage>
  );
}

function Key() {
  const words = useChildWords(childScorecardWords);
  const said = { done: words.keyDone, going: words.keyGoing, behind: words.keyBehind, missing: words.keyMissing, later: words.keyLater };
  const none: Kept = { all: 1, done: 0, going: 0, behind: 0, missing: 0, later: 0 };
  return <ChildCard title={words.key}><ul className="scorechildkey">{states.map((state) => <li key={state}><Marks kept={{ ...none, [state]: 1 }} /><Say>{said[state]}</Say></li>)}</ul></ChildCard>;
}

function AreaCard({ area, kept }: { area: Area; kept: Kept }) {
  const words = useChildWords(childScorecardWords);
  return (
    <ChildCard title={words.areas[area]!}>
      <div className="scorearea">
        <ChildDrawing name={drawingOf[area]} size={84} />
        <div>
          <Marks kept={kept} />
          <p><Say>{words.all(kept.all)}</Say></p>
          {states.map((state) => (kept[state] > 0 ? <p key={state}><Say>{words[state](kept[state])}</Say></p> : null))}
        </div>
      </div>
    </ChildCard>
  );
}
