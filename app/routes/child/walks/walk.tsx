import type { PointId } from '#app/domain/service/walks/model.ts';
import { bandOf, type ScoreBand } from '#app/domain/service/walks/score.ts';
import { childWalk } from '#app/domain/service/walks/told.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { monthDay } from '#app/routes/child/suggestions/month-day.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/walk.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => ({ walk: await childWalk(context.get(ctxKey), params.id) }));
}

const drawn = { reported: 'speech', checked: 'eye', assigned: 'pencil', repaired: 'steps', verified: 'star', declined: 'hand', duplicate: 'people' } as const satisfies Record<string, ChildDrawingName>;

/** 我们看到的，后来怎样: what was good, what was not, and of each thing how far it is; nobody's name. */
export default function ChildWalkPage({ loaderData: { walk } }: Route.ComponentProps) {
  const { told: words, points } = useChildWords(childWalksWords);
  const locale = useLocale();
  const found = (band: ScoreBand) => walk.points.flatMap(({ id, score }) => (score !== null && bandOf(score) === band ? [id] : []));
  const could = found('partly');
  const poor = found('poor');
  const isScored = walk.points.some(({ score }) => score !== null);
  return (
    <ChildPage title={words.title} lead={`${walk.place} · ${words.walked(monthDay(walk.day, locale))}`}>
      {isScored ? <Found title={words.good} drawing="smile" ids={found('good')} none={words.nothingGood} points={points} /> : null}
      {could.length > 0 ? <Found title={words.partly} drawing="level" ids={could} none="" points={points} /> : null}
      {poor.length > 0 || (isScored && walk.tickets.length === 0) ? <Found title={words.poor} drawing="sad" ids={poor} none={words.nothingPoor} points={points} /> : null}
      <ChildCard title={words.became}>
        {walk.tickets.length === 0 ? <p><Say>{words.noTickets}</Say></p> : (
          <ul className="plain became">
            {walk.tickets.map(({ hazardId, point, state, isPublic, before, after }) => (
              <li key={hazardId + (point ?? '')}>
                <ChildDrawing name={drawn[state]} size={48} />
                <div>
                  <p><Say>{point ? points[point] : words.own}</Say></p>
                  <p><b><Say>{words.states[state]}</Say></b></p>
                  {state === 'verified' && isPublic ? <div className="pics">{before ? <Picture src={`/hazards/photos/${hazardId}/before/${before}`} words={words.before} /> : null}{after ? <Picture src={`/hazards/photos/${hazardId}/after/${after}`} words={words.after} /> : null}</div> : null}
                </div>
              </li>
            ))}
          </ul>
        )}
        {walk.tickets.some(({ state }) => state === 'verified') ? <p><Say>{words.again}</Say></p> : null}
      </ChildCard>
      {walk.photos.length > 0 ? <ChildCard title={words.photo}><div className="pics">{walk.photos.map(({ id, fileId, point }) => <Picture key={id} src={`/walks/photos/${id}/${fileId}`} words={point ? points[point] : words.own} />)}</div></ChildCard> : null}
      {walk.endWords ? <ChildCard title={words.words}><blockquote className="ans"><Say>{walk.endWords}</Say><footer>{words.by}</footer></blockquote></ChildCard> : null}
      {walk.routeId ? <p className="after"><a href={`/safe-routes?region=${walk.regionCode}`}><Say>{words.map}</Say></a></p> : null}
    </ChildPage>
  );
}

function Found({ title, drawing, ids, none, points }: { title: string; drawing: ChildDrawingName; ids: readonly PointId[]; none: string; points: Record<PointId, string> }) {
  return (
    <ChildCard title={title}>
      {ids.length === 0 ? <p><Say>{none}</Say></p> : <ul className="plain became">{ids.map((id) => <li key={id}><ChildDrawing name={drawing} size={36} /><p><Say>{points[id]}</Say></p></li>)}</ul>}
    </ChildCard>
  );
}

function Picture({ src, words }: { src: string; words: string }) {
  return <figure><img src={src} alt="" width={240} height={180} loading="lazy" /><figcaption className="d"><Say>{words}</Say></figcaption></figure>;
}
