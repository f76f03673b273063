import { redirect } from 'react-router';
import { z } from 'zod';
import { confirmByCode } from '#app/domain/service/hazards/confirm-hazard.ts';
import { ConfirmInput, DuplicateInput, ReasonInput } from '#app/domain/service/hazards/input.ts';
import { sayDuplicate } from '#app/domain/service/hazards/link-duplicate.ts';
import { trackHazard } from '#app/domain/service/hazards/one-hazard.ts';
import { reopenByCode } from '#app/domain/service/hazards/reopen-hazard.ts';
import type { Body } from '#app/domain/service/hazards/model.ts';
import type { Step } from '#app/domain/service/hazards/step.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';
import { PageTitle } from '../page-title.tsx';
import { ReporterDeeds } from './reporter-deeds.tsx';
import type { Route } from './+types/hazard.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const isNew = new URL(request.url).searchParams.get('new') === 'yes';
  return show(async () => ({ hazard: await trackHazard(context.get(ctxKey), params.code), isNew }));
}

const Deed = z.discriminatedUnion('deed', [
  ConfirmInput.safeExtend({ deed: z.literal('confirm') }), ReasonInput.extend({ deed: z.literal('reopen') }), DuplicateInput.extend({ deed: z.literal('same') }),
]);

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'confirm') await confirmByCode(ctx, params.code, input);
    else if (input.deed === 'reopen') await reopenByCode(ctx, params.code, input);
    else await sayDuplicate(ctx, params.code, input.of);
    return redirect(`/hazards/${encodeURIComponent(params.code)}`);
  });
}

/** 我报告的隐患: where it stands, and the question that only the reporter answers: is it really fixed? */
export default function HazardPage({ loaderData: { hazard, isNew }, actionData }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const { squares } = useWords(noticesWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { track } = words;
  const isEnded = hazard.state === 'verified' || hazard.state === 'declined';
  return (
    <div className="wrap body">
      <PageTitle title={track.title} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/hazards', label: words.title }]} here={hazard.code} />
      <PageHead title={isNew ? track.receivedTitle : track.title} tags={<Tag kind={isEnded ? 'ok' : 'open'}>{words.states[hazard.state]}</Tag>} />
      {isNew ? <Callout kind="ok"><p>{track.received}</p></Callout> : null}
      {hazard.isDuplicate ? <Callout kind="info"><p>{track.duplicate}</p></Callout> : hazard.reading === 'reading' && hazard.state !== 'verified' ? <Callout kind="info"><p>{track.reading}</p></Callout> : null}
      <div className="withside" style={{ marginTop: 24 }}>
        <div>
          <ReporterDeeds hazard={hazard} problem={(actionData ?? {}) as Problem} />
          <Facts facts={[
            { term: track.code, text: <strong>{hazard.code}</strong> },
            { term: words.kind, text: words.kinds[hazard.kind] },
            { term: track.where, text: `${hazard.placeText} · ${hazard.place}` },
            { term: words.columns.body, text: words.bodies[hazard.body as Body] ?? hazard.body },
            ...(hazard.dueOn ? [{ term: track.due, text: shortDay(hazard.dueOn, locale) }] : []),
            ...(hazard.text ? [{ term: track.yours, text: <span className="kept">{hazard.text}</span> }] : []),
            ...(hazard.answer ? [{ term: track.declined, text: <span className="kept">{hazard.answer}</span> }] : []),
            ...(hazard.repairNote && hazard.repairedAt ? [{ term: track.repairNote, text: `${hazard.repairNote}（${shortDay(beijingDay(hazard.repairedAt), locale)}）` }] : []),
          ]} />
          <Photos code={hazard.code} title={words.before} ids={hazard.before} alt={words.photoBefore} />
          <Photos code={hazard.code} title={words.after} ids={hazard.after} alt={words.photoAfter} />
          {hazard.repairedAt && hazard.after.length === 0 && hazard.state === 'repaired' ? <p className="small muted">{track.afterWaiting}</p> : null}
          {hazard.state === 'verified' ? <Callout kind="ok"><p>{hazard.verifiedBy === 'reporter' ? track.verified : track.verifiedSecond}</p></Callout> : null}
        </div>
        <aside className="card">
          <Timeline label={track.steps} words={squares} moments={hazard.steps.map(({ step, at }, index, all) => ({ title: track.words[step as Step], when: shortTime(at, locale), state: isEnded || index < all.length - 1 ? ('done' as const) : ('now' as const) }))} />
        </aside>
      </div>
      {hazard.similar.length > 0 ? (
        <section className="sec tight">
          <h2>{track.similar}</h2>
          <p>{track.similarText}</p>
          <ul className="plainlist">
            {hazard.similar.map((one) => (
              <li key={one.id} className="card">
                <p>{words.kinds[one.kind]} · {one.placeText} · {words.states[one.state]} · {shortDay(beijingDay(one.reportedAt), locale)}</p>
                <form method="post"><input type="hidden" name="deed" value="same" /><input type="hidden" name="of" value={one.id} /><Button kind="quiet" small>{track.same}</Button></form>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Photos({ code, title, ids, alt }: { code: string; title: string; ids: readonly string[]; alt: string }) {
  if (ids.length === 0) return null;
  return (
    <section className="sec tight">
      <h2>{title}</h2>
      <div className="row">{ids.map((id) => <img key={id} src={`/hazards/${code}/photos/${id}?thumbnail`} alt={alt} width={240} height={180} style={{ maxWidth: '100%', height: 'auto' }} />)}</div>
    </section>
  );
}
