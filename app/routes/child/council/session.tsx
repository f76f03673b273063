import { sessionForChild } from '#app/domain/children/councils/child-read.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ChildCard, ChildPage } from '#app/ui/child/child-page.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { Route } from './+types/session.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(() => sessionForChild(context.get(ctxKey), params.id));
}

/** 一次会: what will be talked about, and afterwards what was said, in a child's words. */
export default function ChildSession({ loaderData: session }: Route.ComponentProps) {
  const words = useChildWords(childCouncilWords);
  const locale = useLocale();
  return (
    <ChildPage title={words.session(session.number)}>
      <ChildCard>
        <p><Say>{words.when(shortTime(session.startsAt, locale))}</Say></p>
        {session.place ? <p><Say>{words.where(session.place)}</Say></p> : null}
      </ChildCard>
      <ChildCard title={words.agenda}>
        {session.items.length === 0 ? <p><Say>{words.noAgenda}</Say></p> : (
          <ol>{session.items.map((item) => <li key={item.id} {...(item.state === 'now' ? { 'aria-current': 'step' as const } : {})}><Say>{item.title}</Say>{item.state === 'now' ? <b> · <Say>{words.now}</Say></b> : null}{item.votesOn ? <p className="row"><a className="btn" href={`/child/council/${session.councilId}#motion-${item.votesOn}`}><Say>{words.voteNow}</Say></a></p> : null}</li>)}</ol>
        )}
      </ChildCard>
      {session.state === 'held' ? (
        <ChildCard title={words.minutes}>
          {session.childMinutes.length === 0 ? <p><Say>{words.minutesWait}</Say></p> : session.childMinutes.map((line) => <p key={line}><Say>{line}</Say></p>)}
        </ChildCard>
      ) : null}
      <p className="row"><a className="btn quiet" href={`/child/council/${session.councilId}`}><Say>{words.back}</Say></a></p>
    </ChildPage>
  );
}
