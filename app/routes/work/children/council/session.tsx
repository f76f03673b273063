import { redirect } from 'react-router';
import { readingProblems } from '#app/domain/children/child-versions/reading-level.ts';
import { addToAgenda, cancelSession, moveSession, takeOffAgenda } from '#app/domain/children/councils/call-session.ts';
import { AttendanceInput, CountInput, IdInput, ItemInput, MinutesInput, NotesInput, ReasonInput, SecondInput, SessionInput } from '#app/domain/children/councils/input.ts';
import { writeMinutes } from '#app/domain/children/councils/minutes.ts';
import { secondOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { councilPlace, sessionDesk } from '#app/domain/children/councils/read.ts';
import { beginSession, endSession, goToItem, noteItem, tickAttendance } from '#app/domain/children/councils/run-session.ts';
import { closeVote, openPhoneVote } from '#app/domain/children/councils/vote-on-motion.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime, shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { Attendance } from './attendance.tsx';
import { DeedButton, DeedForm } from './deed-form.tsx';
import { CouncilHead } from './head.tsx';
import { RunningAgenda } from './running-agenda.tsx';
import type { Route } from './+types/session.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const desk = await sessionDesk(ctx, params.id);
    if (desk.session.regionCode !== params.code) throw new Refusal('council-session-not-found', 404);
    const lines = desk.session.childMinutes.split(/\r?\n/).filter(Boolean);
    return { place: await councilPlace(ctx, params.code), desk, today: beijingDay(ctx.now), hard: lines.filter((line) => readingProblems(line, 'primary').length > 0) };
  });
}

export function action({ params: { code, id: sessionId }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = (at = '') => redirect(`/work/${code}/children/council/sessions/${sessionId}${at}`);
  return act(ctx, request, {
    item: deed(ItemInput, async (input) => addToAgenda(ctx, sessionId, input).then(() => back('#agenda'))),
    'item-off': deed(IdInput, async ({ id }) => takeOffAgenda(ctx, sessionId, id).then(() => back('#agenda'))),
    here: deed(AttendanceInput, async (input) => tickAttendance(ctx, sessionId, input).then(() => back('#here'))),
    begin: deed(IdInput, async () => beginSession(ctx, sessionId).then(() => back('#agenda'))),
    end: deed(IdInput, async () => endSession(ctx, sessionId).then(() => back('#minutes'))),
    move: deed(SessionInput, async (input) => moveSession(ctx, sessionId, input).then(() => back())),
    cancel: deed(ReasonInput, async ({ reason }) => cancelSession(ctx, sessionId, reason).then(() => back())),
    'go-to': deed(IdInput, async ({ id }) => goToItem(ctx, sessionId, id).then(() => back(`#item-${id}`))),
    notes: deed(NotesInput, async ({ id, notes }) => noteItem(ctx, sessionId, id, notes).then(() => back(`#item-${id}`))),
    second: deed(SecondInput, async ({ id, memberId }) => secondOnPaper(ctx, id, memberId).then(() => back('#agenda'))),
    phones: deed(IdInput, async ({ id }) => openPhoneVote(ctx, id).then(() => back(`#motion-${id}`))),
    'phones-close': deed(IdInput, async ({ id }) => closeVote(ctx, id).then(() => back(`#motion-${id}`))),
    count: deed(CountInput, async ({ id, ...votes }) => closeVote(ctx, id, votes).then(() => back(`#motion-${id}`))),
    minutes: deed(MinutesInput, async (input) => writeMinutes(ctx, sessionId, input).then(() => back('#minutes'))),
  });
}

/** 一次会议, on a phone or a tablet in the room: who is there, what is being talked about, the votes, the minutes. */
export default function SessionAtWork({ loaderData: { place, desk, today, hard }, actionData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const { session, council, isRead } = desk;
  const file = (name: string) => `/work/${place.code}/children/council/files/${name}`;
  return (
    <>
      <CouncilHead place={place} title={`${council.name} · ${words.number(session.number)}`} lead={`${shortTime(session.startsAt, locale)} · ${session.place}`} tags={<Tag kind="info">{words.sessionStates[session.state]}</Tag>} refusal={actionData?.refusal} />
      {session.state === 'cancelled' ? <div className="wrap body"><p>{session.endReason}</p></div> : (
        <>
          <Section title={words.session.here} tight id="here"><Attendance desk={desk} today={today} /></Section>
          <Section title={words.session.agenda} mist id="agenda">
            <RunningAgenda desk={desk} problem={actionData} />
            {session.state === 'called' ? <DeedButton go="begin" hidden={{ id: session.id }} label={words.session.begin} /> : null}
            {session.state === 'running' ? <DeedButton go="end" hidden={{ id: session.id }} label={words.session.end} /> : null}
          </Section>
        </>
      )}
      {session.state === 'held' || session.state === 'running' ? (
        <Section title={words.session.writeMinutes} id="minutes">
          {session.childMinutes ? <p className="note">{isRead ? words.session.read : words.session.waits}</p> : null}
          {hard.map((line) => <p key={line} className="note">{words.charter.hard(line)}</p>)}
          <DeedForm go="minutes" problem={actionData} submit={words.save} asks={[
            { name: 'minutes', kind: 'long', rows: 8, label: words.session.fullMinutes, value: session.minutes || draftOf(desk, words.session.result) },
            { name: 'childMinutes', kind: 'long', rows: 5, label: words.session.childMinutes, hint: words.session.childHint, value: session.childMinutes },
          ]} />
        </Section>
      ) : null}
      <div className="wrap body no-print row">
        <span>{words.session.files}{words.colon}</span><a href={file(`agenda-${session.id}.pdf`)}>{words.session.agendaFile}</a><a href={file(`attendance-${session.id}.pdf`)}>{words.session.hereFile}</a>
        {session.minutes ? <a href={file(`minutes-${session.id}.docx`)}>{words.session.minutesFile}</a> : null}
        {session.state === 'called' ? (
          <DeedForm go="move" submit={words.sessions.move} isFolded problem={actionData} asks={[
            { name: 'on', kind: 'date', label: words.day, value: beijingDay(session.startsAt) }, { name: 'at', kind: 'time', label: words.time, value: beijingTime(session.startsAt).slice(11, 16) }, { name: 'place', label: words.place, value: session.place },
          ]} />
        ) : null}
        {session.state === 'called' ? <DeedForm go="cancel" submit={words.sessions.cancel} isFolded problem={actionData} asks={[{ name: 'reason', label: words.reason }]} /> : null}
      </div>
    </>
  );
}

/** 记录的草稿: the agenda with what was noted and voted, so that nothing is written twice. */
function draftOf({ items, motions }: Route.ComponentProps['loaderData']['desk'], result: (a: number, b: number, c: number) => string): string {
  return items.map((item, at) => {
    const motion = motions.find((one) => one.motion.id === item.motionId)?.motion;
    return [`${at + 1}. ${item.title}`, item.notes, motion?.votedAt ? result(motion.inFavour, motion.against, motion.abstaining) : ''].filter(Boolean).join('\n');
  }).join('\n');
}
