import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { changesBetween, type VersionChange } from '#app/domain/pilot/consulting/compare-versions.ts';
import { getPlan, versionsOf } from '#app/domain/pilot/consulting/read.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Empty } from '#app/ui/light/empty.tsx';
import { PlanHead } from './head.tsx';
import type { Route } from './+types/versions.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const versions = await versionsOf(ctx, await getPlan(ctx, place.code));
    return {
      place,
      versions: versions.map(({ version, reason, content, adoptedByName, adoptedAt }, at) => ({
        version, reason, adoptedByName, adoptedAt, many: content.tasks.length, changes: versions[at + 1] ? changesBetween(versions[at + 1]!.content, content) : null,
      })),
    };
  });
}

/** 版本和理由: each signature with its reason and what it changed. */
export default function Versions({ loaderData: { place, versions } }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { versions: words } = all;
  const locale = useLocale();
  return (
    <>
      <PlanHead place={place} title={words.title} lead={words.lead} />
      <div className="wrap body atpage">
        {versions.length === 0 ? <Empty text={words.none} /> : null}
        {versions.map((one) => (
          <article key={one.version} className="card planversion">
            <h2>{words.nth(one.version)}</h2>
            <p className="small muted">{words.by(one.adoptedByName, shortTime(one.adoptedAt, locale))} · {words.tasks(one.many)}</p>
            <p>{one.reason}</p>
            {one.changes ? (
              <ul>
                {one.changes.aim ? <li>{words.aim}</li> : null}
                {one.changes.days ? <li>{words.days}</li> : null}
                {one.changes.tasks.map((change) => <Change key={`${change.kind} ${change.title}`} change={change} />)}
                {one.changes.tasks.length === 0 ? <li>{words.same}</li> : null}
              </ul>
            ) : <p className="small muted">{words.first}</p>}
          </article>
        ))}
        <p><a href={`/work/${place.code}/plan`}>{all.back}</a></p>
      </div>
    </>
  );
}

function Change({ change }: { change: VersionChange }) {
  const { versions: words } = useWords(consultingWords);
  const locale = useLocale();
  if (change.kind !== 'changed') return <li>{words[change.kind](change.title)}</li>;
  return (
    <li>
      {words.changed(change.title, change.what.map((what) => words.what[what]).join(words.comma))}
      {change.dueOn && change.dueOn.from !== change.dueOn.to ? <small className="muted"> {words.moved(shortDay(change.dueOn.from, locale), shortDay(change.dueOn.to, locale))}</small> : null}
    </li>
  );
}
