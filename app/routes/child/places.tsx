import { listSpaces } from '#app/domain/service/spaces/read.ts';
import { childPlacesWords } from '#app/i18n/child-places.ts';
import { useWords } from '#app/i18n/pair.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { hoursLines } from '#app/routes/public/spaces/hours-text.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/places.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const rows = ctx.child ? (await listSpaces(ctx, { region: ctx.child.regionCode }, 20)).rows : [];
    return { isHere: ctx.child !== undefined, rows: rows.map(({ id, name, address, isIndoor, isOpenNow, state, hours }) => ({ id, name, address, isIndoor, isOpenNow, state, hours })) };
  });
}

/** 去哪里玩: the places of the child's own community, and the way to tell of a danger. */
export default function ChildPlaces({ loaderData: { isHere, rows } }: Route.ComponentProps) {
  const words = useChildWords(childPlacesWords);
  const all = useWords(spacesWords);
  const standing = (row: (typeof rows)[number]) => (row.state === 'closed' ? words.closed : row.isOpenNow ? words.openNow : words.shutNow);
  return (
    <ChildPage title={words.title} lead={words.lead}>
      {rows.map((row) => (
        <ChildCard key={row.id} title={row.name}>
          <p><Say>{`${row.isIndoor ? words.indoor : words.outdoor} · ${standing(row)}`}</Say></p>
          <p>{row.address}<br />{hoursLines(row.hours, all).map((line) => <span key={line}>{line}<br /></span>)}</p>
        </ChildCard>
      ))}
      {isHere && rows.length > 0 ? null : (
        <ChildCard title={isHere ? words.none : words.noPlace}>
          {isHere ? null : <p className="row"><a className="btn" href="/child/enter"><Say>{words.enter}</Say></a></p>}
        </ChildCard>
      )}
      {isHere ? (
        <ChildCard title={words.danger}>
          <p className="row"><a className="btn" href="/child/places/report"><Say>{words.tell}</Say></a></p>
        </ChildCard>
      ) : null}
    </ChildPage>
  );
}
