import { layers } from '#app/platform/ctx.ts';
import { seatKinds } from '#app/domain/children/councils/model.ts';
import type { CouncilDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { DataTable } from '#app/ui/light/table.tsx';
import { DeedButton, DeedForm } from './deed-form.tsx';

type Props = { desk: CouncilDesk; code: string; today: string; problem: Problem | undefined };

/** 推选: where the newest term is, who stands, and the one thing to do next. */
export function Election({ desk, code, today, problem }: Props) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const { term, candidates } = desk;
  const isOver = term?.state === 'sitting' || term?.state === 'ended';
  return (
    <>
      {term ? <p>{words.termOf(term.number)} · {words.terms[term.state]}{term.state === 'nominating' ? ` · ${words.term.untilDay(shortDay(term.nominateUntil, locale))}` : ''}{term.state === 'ballot' || isOver ? ` · ${words.term.voices(term.voices)}` : ''}</p> : null}
      {candidates.length > 0 ? (
        <details open={!isOver}>
          <summary>{isOver ? words.public.election : words.candidates.standing}</summary>
        <DataTable caption={words.term.title} rows={candidates} keyOf={({ candidate }) => candidate.id} columns={[
          { head: words.paper.nickname, isName: true, cell: ({ candidate }) => candidate.nickname },
          { head: words.term.kind, cell: ({ candidate }) => [words.layers[candidate.layer], words.kinds[candidate.seatKind], candidate.namedBy].filter(Boolean).join(' · ') },
          { head: words.motion.votes, cell: ({ candidate, isApproved }) => [isApproved || isOver ? words.candidates[candidate.state] : words.waitsReading, candidate.electedBy ? words.electedBy[candidate.electedBy] : '', candidate.votes === null ? '' : words.term.votes(candidate.votes)].filter(Boolean).join(' · ') },
          { head: words.more, cell: ({ candidate }) => (candidate.state === 'standing' ? <DeedButton go="stand-down" hidden={{ id: candidate.id }} label={words.term.standDown} isQuiet /> : null) },
        ]} />
        </details>
      ) : null}
      {term?.drawSeedHash ? <p className="small muted break">{words.term.seedHash}{words.colon}<code>{term.drawSeedHash}</code>{term.drawSeed ? <><br />{words.term.seed}{words.colon}<code>{term.drawSeed}</code></> : null}</p> : null}
      {term?.state === 'nominating' ? <Nominating term={term} today={today} problem={problem} /> : null}
      {term?.state === 'ballot' ? <Ballot desk={desk} code={code} problem={problem} /> : null}
      {!term || isOver ? <DeedForm go="term-open" submit={words.term.open} isFolded={Boolean(term)} problem={problem} asks={[{ name: 'nominateUntil', kind: 'date', label: words.term.until }]} /> : null}
    </>
  );
}

function Nominating({ term, today, problem }: { term: NonNullable<CouncilDesk['term']>; today: string; problem: Problem | undefined }) {
  const words = useWords(councilWords);
  return (
    <>
      <DeedForm go="nominate" title={words.term.name} submit={words.add} isFolded problem={problem} asks={[
        { name: 'nickname', label: words.term.nickname }, { name: 'layer', kind: 'select', label: words.term.layer, value: 'primary', choices: layers.map((value) => ({ value, label: words.layers[value] })) },
        { name: 'seatKind', kind: 'select', label: words.term.kind, choices: seatKinds.map((value) => ({ value, label: words.kinds[value] })) },
        { name: 'namedBy', label: words.term.namedBy, isOptional: true }, { name: 'statement', kind: 'long', rows: 2, label: words.term.statement, isOptional: true },
        { name: 'assentOn', kind: 'date', label: words.term.assentOn, value: today }, { name: 'consentOn', kind: 'date', label: words.term.consentOn, value: today }, { name: 'isShown', kind: 'tick', label: words.term.share, isOptional: true },
      ]} />
      <DeedButton go="ballot-open" hidden={{ id: term.id }} label={words.term.startBallot} />
    </>
  );
}

function Ballot({ desk, code, problem }: { desk: CouncilDesk; code: string; problem: Problem | undefined }) {
  const words = useWords(councilWords);
  const standing = desk.candidates.filter(({ candidate }) => candidate.state === 'standing');
  return (
    <>
      <p className="note">{words.term.secret}</p>
      <p className="row"><a href={`/work/${code}/children/council/slips`}>{words.term.slips}</a><span className="muted">{words.term.slipsLeft(desk.slips)}</span><a href={`/work/${code}/children/council/files/ballot.pdf`}>{words.paper.ballot} PDF</a></p>
      <DeedForm go="paper-votes" title={words.term.paper} submit={words.save} isFolded problem={problem} asks={[
        { name: 'papers', kind: 'number', label: words.term.papers }, { name: 'tellers', label: words.term.tellers },
        ...standing.map(({ candidate }) => ({ name: `votes-${candidate.id}`, kind: 'number' as const, label: words.term.votesOf(candidate.nickname), isOptional: true })),
      ]} />
      <DeedButton go="ballot-count" hidden={{ id: desk.term!.id }} label={words.term.count} />
    </>
  );
}
