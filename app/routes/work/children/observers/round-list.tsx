import type { RoundHere } from '#app/domain/children/observers/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { DataTable } from '#app/ui/light/table.tsx';
import { DeedForm } from '../council/deed-form.tsx';

/** 走访 of a place, and planning the next one. */
export function RoundList({ rounds, code, problem }: { rounds: readonly RoundHere[]; code: string; problem: Problem | undefined }) {
  const words = useWords(councilWords);
  const locale = useLocale();
  return (
    <>
      {rounds.length === 0 ? <p className="note">{words.rounds.none}</p> : (
        <DataTable caption={words.rounds.title} rows={rounds} keyOf={({ id }) => id} columns={[
          { head: words.rounds.name, isName: true, cell: (round) => <a href={`/work/${code}/children/council/rounds/${round.id}`}>{round.title}</a> },
          { head: words.time, cell: (round) => shortTime(round.startsAt, locale) }, { head: words.place, cell: (round) => round.place },
          { head: words.rounds.seats, cell: (round) => `${round.seats} · ${words.roundStates[round.state]}` },
        ]} />
      )}
      <DeedForm go="round" submit={words.rounds.plan} isFolded problem={problem} asks={[
        { name: 'title', label: words.rounds.name }, { name: 'about', kind: 'long', rows: 2, label: words.rounds.about, isOptional: true }, { name: 'on', kind: 'date', label: words.day }, { name: 'at', kind: 'time', label: words.time, value: '15:00' },
        { name: 'place', label: words.place }, { name: 'seats', kind: 'number', label: words.rounds.seats, value: 10 }, { name: 'supporter', label: words.rounds.supporter }, { name: 'checkedOn', kind: 'date', label: words.supporters.checkedOn },
      ]} />
    </>
  );
}
