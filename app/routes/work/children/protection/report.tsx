import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { closeReport, takeReport } from '#app/domain/children/protection/answer-report.ts';
import { endHold } from '#app/domain/children/protection/end-hold.ts';
import { holdEndings } from '#app/domain/children/protection/model.ts';
import { ReferInput, referReport } from '#app/domain/children/protection/refer-report.ts';
import { coverOf, openReading } from '#app/domain/children/protection/read-report.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { Refer } from './refer.tsx';
import type { Route } from './+types/report.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const cover = await coverOf(ctx, { regionCode: place.code, id: params.id });
    return { place, cover, isTaken: cover.knowing.some(({ userId, knewAt }) => userId === ctx.actor.id && knewAt), told: new URL(request.url).searchParams.has('taken'), today: beijingDay(ctx.now) };
  });
}

const Plain = z.object({ deed: z.enum(['take', 'read', 'close', 'end']), words: z.string().trim().max(2000).default(''), ending: z.enum(holdEndings).default('over') });
const Deed = z.union([ReferInput.extend({ deed: z.literal('refer') }), Plain]);

export async function action({ params: { code, id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const at = { regionCode: code, id };
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'refer') {
      await referReport(ctx, at, input);
      return redirect(`/work/${code}/children/protection/${id}#referred`);
    }
    const { deed, words, ending } = input;
    if (deed === 'take') await takeReport(ctx, at);
    if (deed === 'read') await openReading(ctx, at, words);
    if (deed === 'close') await closeReport(ctx, at, words);
    if (deed === 'end') await endHold(ctx, at, { ending, reason: words });
    return redirect(`/work/${code}/children/protection/${id}${deed === 'take' ? '?taken' : ''}${deed === 'read' ? '#content' : '#told'}`);
  });
}

/** 保护报告: who, when, where from, who knows; its content only after a reason was given. */
export default function ProtectionReport({ loaderData: { place, cover, isTaken, told, today }, actionData }: Route.ComponentProps) {
  const all = useWords(moderationWords);
  const words = all.report;
  const form = useWords(applyWords).form;
  const locale = useLocale();
  const { content } = cover;
  return (
    <>
      <PageTitle title={words.title} />
      <ChildrenHead place={place} here="moderation" title={words.title} tags={<Status state={cover.state === 'open' ? 'late' : cover.state === 'taken' ? 'now' : 'done'}>{all.reports.states[cover.state]}</Status>} />
      <Section title={words.title} hideTitle tight>
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        {told ? <div id="told"><Callout kind="ok">{words.taken}</Callout></div> : null}
        <div className="two">
          <div className="stacked">
            <div className="card">
              <Facts facts={[
                { term: words.when, text: shortTime(cover.openedAt, locale) },
                { term: words.where, text: `${words.sources[cover.source]}${cover.about ? ` · ${all.kinds[cover.about.kind as keyof typeof all.kinds] ?? ''}` : ''}` }, { term: words.basis, text: words.basisText },
              ]} />
              {isTaken ? null : <form method="post"><Button name="deed" value="take">{words.take}</Button></form>}
            </div>
            <div className="card" id="content">
              <h2>{words.read}</h2>
              {content ? (
                <>
                  <p className="small muted">{words.until(shortTime(content.until, locale))}</p>
                  <p>{words.who}{locale === 'en' ? ': ' : '：'}{content.openedByName}</p>
                  {content.noticed ? <><h3>{words.noticed}</h3><p className="asTyped">{content.noticed}</p></> : null}
                  {content.texts.length > 0 ? <h3>{words.evidence}</h3> : null}{content.texts.map(({ field, text }) => <blockquote key={field} className="saidby">{text}</blockquote>)}
                  {content.files.length > 0 && !cover.holdEndedAt ? <><h3>{words.files}</h3><ul className="plainlist">{content.files.map(({ fileId, sha256 }, at) => <li key={fileId}><a href={`/work/${place.code}/children/protection/${cover.id}/files/${fileId}`}>{words.files} {at + 1}</a> <small className="muted">{words.hash} <code className="long">{sha256}</code></small></li>)}</ul></> : null}
                  {content.holdReason ? <><h3>{words.endedWhy}</h3><p className="asTyped">{content.holdReason}</p></> : null}
                  {content.closing ? <><h3>{words.closing}</h3><p className="asTyped">{content.closing}</p></> : null}
                </>
              ) : (
                <form method="post" noValidate>
                  <p className="small muted">{words.readLead}</p>
                  <TextField id="reason" name="words" label={words.reason} words={form} required input={{ maxLength: 500 }} />
                  <Button kind="quiet" name="deed" value="read">{words.readDo}</Button>
                </form>
              )}
            </div>
            {cover.state === 'open' ? null : <Refer referred={cover.referred} today={today} problem={actionData} />}
            {cover.state === 'taken' ? (
              <details className="box">
                <summary>{words.close}</summary>
                <form method="post" noValidate><LongTextField id="done" name="words" label={words.done} words={form} required rows={3} limit={2000} /><Button kind="quiet" name="deed" value="close">{words.closeDo}</Button></form>
              </details>
            ) : null}
            {cover.closedAt ? <Callout kind="info">{words.closed(cover.closedByName ?? '', shortTime(cover.closedAt, locale))} {cover.holdEndedAt ? words.ended(cover.holdEndedByName, shortTime(cover.holdEndedAt, locale)) : words.kept}</Callout> : null}
            {cover.mayEndHold ? (
              <details className="box">
                <summary>{words.end}</summary>
                <form method="post" noValidate>
                  <p className="small">{words.endLead}</p>
                  <SelectField id="ending" label={words.ending} words={form} required choices={holdEndings.map((value) => ({ value, label: words.endings[value] }))} />
                  <LongTextField id="end-reason" name="words" label={words.endReason} words={form} required rows={3} limit={2000} />
                  <Button kind="stop" name="deed" value="end">{words.endDo}</Button>
                </form>
              </details>
            ) : null}
          </div>
          <aside className="stacked deedside">
            <div className="card grave"><h2>{words.card}</h2><ul className="harmcard">{words.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul></div>
            <h2>{words.knowing}</h2>
            <DataTable phone="table" caption={words.knowing} rows={cover.knowing} keyOf={({ userId }) => userId} columns={[
              { head: words.person, isName: true, cell: ({ name }) => name },
              { head: words.told, cell: ({ toldAt }) => shortTime(toldAt, locale) },
              { head: words.knew, cell: ({ knewAt }) => (knewAt ? shortTime(knewAt, locale) : words.notYet) },
            ]} />
            <h2>{words.readings}</h2>
            {cover.readings.length === 0 ? <p className="note">{words.noReadings}</p> : <ul className="plainlist">{cover.readings.map((one) => <li key={String(one.at)} className="small">{shortTime(one.at, locale)} · {one.name} · {one.reason}</li>)}</ul>}
          </aside>
        </div>
      </Section>
    </>
  );
}
