import { publicWalks } from '#app/domain/service/walks/told.ts';
import { childWalksWords } from '#app/i18n/child-walks.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { monthDay } from '#app/routes/child/suggestions/month-day.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/walks.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ isHere: ctx.child !== undefined, walks: ctx.child ? (await publicWalks(ctx, ctx.child.regionCode, 10)).map(({ id, place, day }) => ({ id, place, day })) : [] }));
}

/** 我们走过的地方 in the child's own community. */
export default function ChildWalks({ loaderData: { isHere, walks } }: Route.ComponentProps) {
  const { told: words } = useChildWords(childWalksWords);
  const locale = useLocale();
  return (
    <ChildPage title={words.list} lead={words.listLead}>
      {walks.map(({ id, place, day }) => (
        <ChildCard key={id} title={place}>
          <p><Say>{words.walked(monthDay(day, locale))}</Say></p>
          <p className="row"><a className="btn" href={`/child/walks/${id}`}><Say>{words.open}</Say></a></p>
        </ChildCard>
      ))}
      {isHere && walks.length > 0 ? null : (
        <ChildCard title={isHere ? words.none : words.noPlace}>
          {isHere ? null : <p className="row"><a className="btn" href="/child/enter"><Say>{words.enter}</Say></a></p>}
        </ChildCard>
      )}
    </ChildPage>
  );
}
