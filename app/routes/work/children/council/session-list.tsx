import type { CouncilDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { DeedForm } from './deed-form.tsx';

const squares = { called: 'next', running: 'now', held: 'done', cancelled: 'rest' } as const;

/** 会议 of a council, and calling the next one. */
export function SessionList({ desk, code, problem }: { desk: CouncilDesk; code: string; problem: Problem | undefined }) {
  const words = useWords(councilWords);
  const locale = useLocale();
  return (
    <>
      {desk.sessions.length === 0 ? <p className="note">{words.sessions.none}</p> : (
        <DataTable caption={words.sessions.title} rows={desk.sessions} keyOf={({ session }) => session.id} columns={[
          { head: words.sessions.title, isName: true, cell: ({ session }) => <a href={`/work/${code}/children/council/sessions/${session.id}`}>{words.number(session.number)}</a> },
          { head: words.time, cell: ({ session }) => shortTime(session.startsAt, locale) },
          { head: words.place, cell: ({ session }) => session.place },
          { head: words.session.writeMinutes, cell: ({ session, isApproved }) => <><Status state={squares[session.state]}>{words.sessionStates[session.state]}</Status>{session.state === 'held' ? <span className="small"> {session.childMinutes === '' ? words.notYet : isApproved ? words.session.read : words.waitsReading}</span> : null}</> },
        ]} />
      )}
      {desk.term?.state === 'sitting' || desk.members.length > 0 ? (
        <DeedForm go="call" submit={words.sessions.call} isFolded problem={problem} asks={[
          { name: 'on', kind: 'date', label: words.day }, { name: 'at', kind: 'time', label: words.time, value: '15:00' }, { name: 'place', label: words.place },
        ]} />
      ) : null}
    </>
  );
}
