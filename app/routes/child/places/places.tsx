import { redirect } from 'react-router';
import { CodeInput } from '#app/domain/service/hazards/input.ts';
import { ownHazards, trackHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { listSpaces } from '#app/domain/service/spaces/read.ts';
import { childPlacesWords } from '#app/i18n/child-places.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { childHours } from './child-hours.ts';
import { placeDrawings } from './drawings.ts';
import { ChildDrawing } from '#app/ui/child/child-drawing.tsx';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { ChildBox, Trouble } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/places.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const rows = ctx.child ? (await listSpaces(ctx, { region: ctx.child.regionCode }, 20)).rows : [];
    return { isHere: ctx.child !== undefined, own: await ownHazards(ctx), rows: rows.map(({ id, name, kind, address, isIndoor, isOpenNow, state, hours }) => ({ id, name, kind, address, isIndoor, isOpenNow, state, hours })) };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CodeInput, async ({ code }) => redirect(`/child/places/told/${(await trackHazard(ctx, code)).code}`));
}

/** 去哪里玩: the places of the child's own community, and the way to tell of a danger, and what became of what was told. */
export default function ChildPlaces({ loaderData: { isHere, own, rows }, actionData }: Route.ComponentProps) {
  const words = useChildWords(childPlacesWords);
  const walks = useChildWords(childWalksWords);
  const hazards = useWords(hazardsWords);
  const locale = useLocale();
  const problem = (actionData ?? {}) as Problem;
  const standing = (row: (typeof rows)[number]) => (row.state === 'closed' ? words.closed : row.isOpenNow ? words.openNow : words.shutNow);
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {isHere ? (
        <ChildCard title={words.danger}>
          <p className="row"><a className="btn" href="/child/places/report"><Say>{words.tell}</Say></a></p>
        </ChildCard>
      ) : null}
      {isHere ? (
        <ChildCard title={walks.told.list}>
          <p className="row"><a className="btn quiet" href="/child/walks"><Say>{walks.told.open}</Say></a></p>
        </ChildCard>
      ) : null}
      <ChildCard title={words.told.find}>
        {own.length > 0 ? (
          <>
            <p><Say>{words.told.mine}</Say></p>
            <ul className="plain">{own.map((one) => <li key={one.code}><a href={`/child/places/told/${one.code}`}><Say>{one.placeText || hazards.kinds[one.kind]}</Say></a><p className="d">{hazards.states[one.state]}</p></li>)}</ul>
          </>
        ) : null}
        <form method="post">
          {problem.refusal ? <Trouble text={refusalSentence(problem.refusal, locale)} /> : null}
          <ChildBox id="code" label={words.told.codeLabel} rows={1} maxLength={40} isRequired />
          <div className="row"><button className="btn quiet"><Say>{words.told.go}</Say></button></div>
        </form>
      </ChildCard>
      {rows.length > 0 ? (
        <ul className="placelist">
          {rows.map((row) => (
            <li key={row.id} className={row.state !== 'closed' && row.isOpenNow ? 'card open' : 'card'}>
              <ChildDrawing name={placeDrawings[row.kind]} size={72} isQuiet={row.state === 'closed' || !row.isOpenNow} />
              <div>
                <h2><Say>{row.name}</Say></h2>
                <p><b><Say>{standing(row)}</Say></b></p>
                {childHours(row.hours, words.hours).map((line) => <p key={line}><Say>{line}</Say></p>)}
                <p className="d">{`${row.isIndoor ? words.indoor : words.outdoor} · ${row.address}`}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {isHere && rows.length > 0 ? null : (
        <ChildCard title={isHere ? words.none : words.noPlace}>
          {isHere ? null : <p className="row"><a className="btn" href="/child/enter"><Say>{words.enter}</Say></a></p>}
        </ChildCard>
      )}
    </ChildPage>
  );
}
