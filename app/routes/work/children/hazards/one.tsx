import { workPlace } from '#app/domain/base/communities/work-place.ts';
import type { Body } from '#app/domain/service/hazards/model.ts';
import { getHazard } from '#app/domain/service/hazards/one-hazard.ts';
import type { Step } from '#app/domain/service/hazards/step.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { actOn } from './act.ts';
import { HandlerDeeds } from './handler-deeds.tsx';
import type { Route } from './+types/one.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, hazard: await getHazard(ctx, place.code, params.id) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  return actOn(context.get(ctxKey), request, params.code, params.id);
}

/** 一处隐患 at work: what it is, the next deed, what happened; who reported it stands nowhere. */
export default function HazardAtWork({ loaderData: { place, hazard }, actionData }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const { squares } = useWords(noticesWords);
  const locale = useLocale();
  const { work } = words;
  const name = `${words.kinds[hazard.kind]} · ${hazard.placeText || place.name}`;
  const isEnded = hazard.state === 'verified' || hazard.state === 'declined' || hazard.state === 'duplicate';
  return (
    <>
      <PageTitle title={`${name} · ${place.name}`} />
      <ChildrenHead place={place} here="hazards" title={name} tags={<><Tag kind={hazard.danger === 3 ? 'check' : 'plain'}>{words.dangers[hazard.danger]}</Tag><Tag kind={isEnded ? 'ok' : 'open'}>{words.states[hazard.state]}</Tag></>} />
      <Section title={name} hideTitle tight>
        <div className="withside">
          <div>
            {hazard.isProtected ? <Callout kind="info"><p>{work.protected}</p></Callout> : <p className="kept">{hazard.text || work.gone}</p>}
            {hazard.answer && hazard.state === 'assigned' ? <Callout kind="info"><p>{work.reporterSays}{locale === 'en' ? ': ' : '：'}{hazard.answer}</p></Callout> : null}
            <HandlerDeeds place={place.code} hazard={hazard} problem={(actionData ?? {}) as Problem} />
            <Facts facts={[
              { term: work.reported, text: `${words.sources[hazard.source]} · ${words.days(hazard.days)}` },
              ...(hazard.dueOn && !isEnded ? [{ term: work.dueOn, text: `${shortDay(hazard.dueOn, locale)}${hazard.isLate ? ` · ${work.late}` : ''}` }] : []),
              { term: words.columns.body, text: [words.bodies[hazard.body as Body] ?? hazard.body, hazard.assigneeName || hazard.responsible.person, hazard.assigneeName ? '' : hazard.responsible.contact].filter(Boolean).join(' ') },
              ...(hazard.lng !== null ? [{ term: work.exact, text: `${hazard.lng.toFixed(5)}, ${hazard.lat!.toFixed(5)} (WGS84)` }] : []),
              ...(hazard.repairNote ? [{ term: work.repairNote, text: `${hazard.repairNote} · ${hazard.repairerName}` }] : []),
            ]} />
            <p className="small muted">{work.noCode}</p>
            {hazard.photos.length > 0 ? (
              <>
                <h2>{work.photos}</h2>
                <div className="row">
                  {hazard.photos.map(({ fileId, moment }) => (
                    <figure key={fileId} style={{ margin: 0 }}>
                      <a href={`/work/${place.code}/children/hazards/${hazard.id}/photos/${fileId}`}>
                        <img src={`/work/${place.code}/children/hazards/${hazard.id}/photos/${fileId}?thumbnail`} alt={moment === 'before' ? words.photoBefore : words.photoAfter} width={220} height={165} style={{ maxWidth: '100%', height: 'auto' }} />
                      </a>
                      <figcaption className="small">{words[moment]}</figcaption>
                    </figure>
                  ))}
                </div>
              </>
            ) : null}
          </div>
          <aside className="card">
            <Timeline label={work.history} words={squares} moments={hazard.steps.map(({ step, at, note, byName }, index, all) => ({
              title: words.track.words[step as Step], when: shortTime(at, locale), text: [byName, note].filter(Boolean).join(' · '), state: isEnded || index < all.length - 1 ? ('done' as const) : ('now' as const),
            }))} />
          </aside>
        </div>
      </Section>
    </>
  );
}
