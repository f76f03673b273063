import { Link } from 'react-router';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { isDesk } from '#app/ui/is-desk.ts';
import { needsOf } from './needs.ts';
import type { Route } from './+types/home.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ needs: await needsOf(ctx), hasRole: ctx.actor.grants.length > 0, today: beijingDay(ctx.now) }));
}

type Need = Route.ComponentProps['loaderData']['needs'][number];

/** 待办: what waits for this person, the most urgent first. */
export default function DeskHome({ loaderData: { needs, hasRole, today } }: Route.ComponentProps) {
  const words = useWords(deskWords).needs;
  const waiting = needs.filter((need) => need.count > 0);
  const quiet = needs.filter((need) => need.count === 0);
  return (
    <>
      <PageHead title={words.title} beside={longDay(today, useLocale())} />
      {waiting.length === 0 ? (
        <div className="pane">
          <EmptyBox text={hasRole ? words.nothing : words.noRole} />
        </div>
      ) : (
        <div className="needs">
          {waiting.map((need) => (
            <Card key={need.name} need={need} />
          ))}
        </div>
      )}
      {quiet.length > 0 && waiting.length > 0 && <p className="needs-quiet">{words.quiet(quiet.map((need) => words.names[need.name]))}</p>}
    </>
  );
}

function Card({ need }: { need: Need }) {
  const words = useWords(deskWords).needs;
  const few = (n: number) => (n > 99 ? words.moreThan(99) : String(n));
  const due = need.late > 0 ? words.late(few(need.late)) : need.today > 0 ? words.today(few(need.today)) : '';
  const inside = (
    <>
      <span>{words.names[need.name]}</span>
      <b>{few(need.count)}</b>
      <small className={need.late > 0 ? 'late' : need.today > 0 ? 'today' : ''}>{due || words.hints[need.name]}</small>
    </>
  );
  // The applicants' pages are no pages of the desk: a whole page is loaded.
  return isDesk(need.to) ? <Link to={need.to}>{inside}</Link> : <a href={need.to}>{inside}</a>;
}
