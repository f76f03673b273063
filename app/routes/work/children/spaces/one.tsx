import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { closeSpace, reopenSpace } from '#app/domain/service/spaces/close-space.ts';
import { CloseInput, ReopenInput } from '#app/domain/service/spaces/input.ts';
import { getOwnSpace } from '#app/domain/service/spaces/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { type SpacesWords, spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { hoursLines } from '#app/routes/public/spaces/hours-text.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { DateField, LongTextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/one.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, space: await getOwnSpace(ctx, place.code, params.id), isInspected: new URL(request.url).searchParams.get('inspected') === 'yes' };
  });
}

const Deed = z.discriminatedUnion('deed', [CloseInput.extend({ deed: z.literal('close') }), ReopenInput.extend({ deed: z.literal('reopen') })]);

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'close') await closeSpace(ctx, params.id, input);
    else await reopenSpace(ctx, params.id, input);
    return redirect(`/work/${params.code}/children/spaces/${params.id}`);
  });
}

/** 一处空间 at work: inspect, correct, close, and what was seen before. */
export default function SpaceAtWork({ loaderData: { place, space, isInspected }, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const locale = useLocale();
  const { work, facts } = words;
  const problem = (actionData ?? {}) as Problem;
  const frame = (id: string) => ({ id, name: id, words: { required: words.required, optional: words.optional }, error: problem.fields?.[id]?.[0] });
  const base = `/work/${place.code}/children/spaces/${space.id}`;
  const isOpen = space.state === 'open';
  return (
    <>
      <PageTitle title={`${space.name} · ${place.name}`} />
      <ChildrenHead place={place} here="spaces" title={space.name} />
      <Section title={space.name} hideTitle tight>
        {isInspected ? <Callout kind="ok"><p>{work.inspection.done}</p></Callout> : null}
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        <div className="row no-print">
          {isOpen ? <ButtonLink href={`${base}/inspect`}>{work.inspect}</ButtonLink> : null}
          <ButtonLink kind="quiet" href={`${base}/edit`}>{work.edit}</ButtonLink>
          <ButtonLink kind="plain" href={`/spaces/${space.id}`}>{work.public}</ButtonLink>
        </div>
        <Facts facts={[
          { term: words.columns.state, text: isOpen ? words.states.open : `${words.states.closed} · ${space.closedReason}` },
          { term: facts.kind, text: words.kinds[space.kind] },
          { term: facts.hours, text: hoursLines(space.hours, words).map((line) => <span key={line}>{line}<br /></span>) },
          { term: facts.address, text: space.address },
          { term: facts.responsible, text: `${space.responsibleName} ${space.responsibleContact}` },
          { term: facts.every, text: words.everyDays(space.inspectEvery) },
          { term: work.inspection.next, text: shortDay(space.inspectNextOn, locale) },
          { term: facts.at, text: space.lng === null ? work.notPlaced : `${space.lng.toFixed(5)}, ${space.lat!.toFixed(5)}` },
        ]} />
        <h2>{work.inspection.list}</h2>
        {space.inspections.length === 0 ? <p className="muted">{words.notInspected}</p> : (
          <ul className="plainlist">
            {space.inspections.map((one) => {
              const bad = one.findings.filter(({ verdict }) => verdict === 'bad');
              return (
                <li key={one.id} className="card">
                  <b>{words.inspectedOn(shortDay(one.day, locale), one.findings.length, bad.length)}</b>
                  <p className="small muted">{work.inspection.by} {one.byName} · {work.inspection.version} {work.inspection.versionOf(one.checklistVersion)}</p>
                  {bad.length > 0 ? <ul>{bad.map(({ item, note }) => <li key={item}>{words.items[item as keyof SpacesWords['items']]}{locale === 'en' ? ': ' : '：'}{note}</li>)}</ul> : null}
                  {one.note ? <p>{one.note}</p> : null}
                  <div className="row">{one.photoIds.map((id) => <img key={id} src={`${base}/photos/${id}?thumbnail`} alt={words.photoOf(space.name)} width={120} height={90} loading="lazy" style={{ height: 'auto' }} />)}</div>
                </li>
              );
            })}
          </ul>
        )}
        <details className="card no-print" open={Boolean(problem.fields)}>
          <summary>{isOpen ? work.close : work.reopen}</summary>
          <form method="post">
            <input type="hidden" name="deed" value={isOpen ? 'close' : 'reopen'} />
            <LongTextField {...frame('reason')} label={isOpen ? work.closeReason : work.reopenReason} hint={isOpen ? work.closeHint : undefined} required rows={2} input={{ maxLength: 300 }} />
            {isOpen ? <DateField {...frame('reopensOn')} label={work.reopensOn} /> : null}
            <Button kind="quiet">{isOpen ? work.close : work.reopen}</Button>
          </form>
        </details>
      </Section>
    </>
  );
}
