import { data } from 'react-router';
import { placeFor } from '#app/domain/base/communities/place-for.ts';
import { getItem } from '#app/domain/children/moderation/read.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { Deeds } from './deeds.tsx';
import { Highlighted } from './highlighted.tsx';
import { doDeed } from './item-deeds.ts';
import { Pictures } from './pictures.tsx';
import { itemSquares } from './squares.ts';
import type { Route } from './+types/item.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await placeFor(ctx, 'moderation.decide', params.code);
    const at = { regionCode: place.code, id: params.id };
    const item = await getItem(ctx, at);
    const asked = new URL(request.url).searchParams;
    return {
      place, item, isFirstReader: item.firstBy === ctx.actor.id, told: (['undone', 'taken-back'] as const).find((one) => asked.has(one)), after: asked.get('after'), outcome: asked.get('outcome') ?? '',
    };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const form = await readForm(request.clone());
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  return doDeed(context.get(ctxKey), request, { regionCode: params.code, id: params.id }, String(form.get('deed')));
}

/** 看一条: the words with what was found, the pictures, one conclusion; the last one can be undone from here. */
export default function ModerationItem({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(moderationWords);
  const { item: w } = words;
  const { form } = useWords(applyWords);
  const locale = useLocale();
  const { place, item, told, after, outcome } = loaderData;
  const here = `/work/${place.code}/children/moderation`;
  const isOpen = !item.isLocked && ['waiting', 'second', 'held'].includes(item.state);
  const problems = Object.entries(actionData?.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: `${text}` }));
  const stateWord = item.kind === 'complaint' && item.state === 'approved' ? words.handledState : words.states[item.state];
  const complaintWhat = item.complaint ? words.complaints[item.complaint.what] : undefined;
  return (
    <>
      <PageTitle title={w.title(words.kinds[item.kind])} />
      <ChildrenHead place={place} here="moderation" title={w.title(words.kinds[item.kind])}
        tags={<><Status state={itemSquares[item.state]}>{stateWord}</Status>{item.severity ? <Tag kind={item.severity === 'urgent' ? 'bad' : 'check'}>{words.severities[item.severity]}</Tag> : null}<span>{words.from[item.from]}</span><span>{words.columns.due} {shortDay(item.dueOn, locale)}</span></>} />
      <Section title={w.title(words.kinds[item.kind])} hideTitle tight>
        {after ? (
          <div id="told"><Callout kind="ok">
            <form method="post" action={`${here}/${after}`} className="row close"><span>{w.done[outcome] ?? ''} {w.nextHere}</span>{['escalated', 'protected'].includes(outcome) ? null : <><input type="hidden" name="deed" value="undo" /><Button kind="plain" small>{w.undo}</Button></>}</form>
          </Callout></div>
        ) : null}
        {told ? <div id="told"><Callout kind="ok">{told === 'undone' ? w.undone : w.takenBack}</Callout></div> : null}
        {actionData?.refusal ? <Callout kind="bad">{refusalSentence(actionData.refusal, locale)}</Callout> : null}
        <Errors title={w.decide} items={problems} />
        {item.declinedAt ? <Callout kind="check">{w.declined}</Callout> : null}
        {item.needsTwo && isOpen ? <Callout kind="info">{item.state !== 'second' ? w.two : loaderData.isFirstReader ? w.secondOwn : w.secondNow}</Callout> : null}
        {item.state === 'protected' ? <Callout kind="check">{w.locked}</Callout> : null}
        <div className="two">
          <div className="stacked">
            {item.texts.map(({ field, text }) => (
              <article key={field} className="card">
                <h2 className="small muted">{complaintWhat ? w.complaintAbout(complaintWhat) : item.from === 'child' ? w.original : w.originalAdult}</h2>
                <blockquote className="saidby"><Highlighted text={text || words.drawing} flags={item.flags.filter((flag) => flag.field === field)} /></blockquote>
                {item.flags.some((flag) => flag.field === field) ? <p className="small muted">{w.found(item.flags.filter((flag) => flag.field === field).length)}</p> : <p className="small muted">{w.nothingFound}</p>}
              </article>
            ))}
            {item.complaint ? (
              <article className="card">
                <Facts facts={[{ term: w.complaintPage, text: item.complaint.page || '—' }]} />
                {item.complaint.about ? <><p>{w.complaintThing(words.kinds[item.complaint.about.kind as keyof typeof words.kinds] ?? '')}</p><form method="post"><Button kind="quiet" small name="deed" value="take-back">{w.takeBack}</Button></form></> : null}
              </article>
            ) : null}
            {item.edited ? <article className="card"><h2 className="small muted">{w.edited}</h2>{item.edited.map(({ field, text }) => <blockquote key={field} className="saidby">{text}</blockquote>)}</article> : null}
            <Pictures item={item} here={`${here}/${item.id}`} isOpen={isOpen} />
          </div>
          <aside className="stacked deedside">
            {isOpen ? <Deeds item={item} mayApprove={!(item.state === 'second' && loaderData.isFirstReader)} /> : item.concludedAt ? (
              <div className="card">
                <p>{w.settled(stateWord, item.concludedByName ?? '', shortTime(item.concludedAt, locale))}</p>
                {item.reason ? <p>{w.reasonGiven}：{w.reasons[item.reason]}</p> : null}
                {item.note ? <p>{w.noteGiven}：{item.note}</p> : null}
                {item.mayEndLock ? (
                  <details className="box">
                    <summary>{w.endLock}</summary>
                    <form method="post" noValidate><p className="small">{w.endLockLead}</p><TextField id="reason" label={w.endLockReason} words={form} required input={{ maxLength: 500 }} error={actionData?.fields?.reason?.[0]} /><Button kind="stop" small name="deed" value="end-lock">{w.endLock}</Button></form>
                  </details>
                ) : null}
                {item.mayUndo ? <form method="post"><Button kind="quiet" small name="deed" value="undo">{w.undo}</Button></form> : null}
              </div>
            ) : null}
            <ButtonLink kind="plain" href={here}>{w.back}</ButtonLink>
          </aside>
        </div>
      </Section>
    </>
  );
}
