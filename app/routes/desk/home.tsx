import { Link } from 'react-router';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { needsOf } from './needs.ts';
import type { Route } from './+types/home.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ needs: await needsOf(ctx), hasRole: ctx.actor.grants.length > 0 }));
}

export default function DeskHome({ loaderData: { needs, hasRole } }: Route.ComponentProps) {
  const words = useWords(deskWords).needs;
  const waiting = needs.some((need) => need.count > 0);
  return (
    <>
      <PageHead title={words.title} />
      <div className="needs">
        {needs.map((need) => (
          <Link key={need.name} to={need.to} className={need.count > 0 ? '' : 'quiet'}>
            <b>{need.count > 99 ? words.moreThan(99) : need.count}</b>
            <span>{words[need.name]}</span>
          </Link>
        ))}
      </div>
      {!waiting && (
        <div className="pane" style={{ marginTop: 16 }}>
          <EmptyBox text={hasRole ? words.nothing : words.noRole} />
        </div>
      )}
    </>
  );
}
