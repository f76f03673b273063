import { useRef } from 'react';
import { useFetcher } from 'react-router';
import { type Vote, votes } from '#app/domain/pilot/panels/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import type { Problem } from '#app/platform/http.ts';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';

type Seat = { userId: string; name: string; vote: Vote | null };
type Shown = { itemId: string; seats: readonly Seat[]; isOpen: boolean; mayVoteFor: (userId: string) => boolean };

/** 选票: one row a member in their seat; each choice is kept at once. J and K change the row, 1 to 3 vote. */
export function Ballot({ itemId, seats, isOpen, mayVoteFor }: Shown) {
  const { panel: words } = useWords(panelWords);
  const rows = useRef<HTMLFieldSetElement>(null);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const open = [...(rows.current?.querySelectorAll<HTMLElement>('[data-voter]') ?? [])].filter((row) => row.querySelector('input:not(:disabled)'));
    const at = open.findIndex((row) => row.contains(document.activeElement));
    const key = event.key.toLowerCase();
    const vote = votes[Number(key) - 1];
    if (key === 'j' || key === 'k') open[Math.max(0, Math.min(open.length - 1, at + (key === 'j' ? 1 : -1)))]?.querySelector<HTMLElement>('input:checked, input')?.focus();
    else if (vote && at >= 0) open[at]!.querySelector<HTMLElement>(`input[value=${vote}]`)?.click();
    else return;
    event.preventDefault();
  };

  return (
    <fieldset className="ballot" ref={rows}>
      <legend>{words.vote}</legend>
      {seats.map((seat) => <BallotRow key={seat.userId} itemId={itemId} seat={seat} isDisabled={!isOpen || !mayVoteFor(seat.userId)} onKeyDown={onKeyDown} />)}
      {isOpen && <p className="note">{words.keys}</p>}
    </fieldset>
  );
}

/** One seat sends its own vote: the next seat's does not push it aside while it is on its way. */
function BallotRow({ itemId, seat, isDisabled, onKeyDown }: { itemId: string; seat: Seat; isDisabled: boolean; onKeyDown: React.KeyboardEventHandler }) {
  const { panel: words } = useWords(panelWords);
  const fetcher = useFetcher<Problem>();
  const given = (fetcher.formData?.get('vote') as Vote | null | undefined) ?? seat.vote;
  return (
    <>
      <div className="ballot-row" data-voter={seat.userId}>
        <span>{seat.name}{given === null && <small> {words.notVoted}</small>}</span>
        <span className="seg" role="radiogroup" aria-label={words.voteOf(seat.name)}>
          {votes.map((vote) => (
            <label key={vote} className={vote === 'against' ? 'no' : vote === 'abstain' ? 'rest' : ''}>
              <input
                type="radio" name={`vote-${itemId}-${seat.userId}`} value={vote} checked={given === vote} disabled={isDisabled}
                onChange={() => void fetcher.submit({ deed: 'vote', itemId, userId: seat.userId, vote }, { method: 'post' })} onKeyDown={onKeyDown}
              />
              {words.votes[vote]}
            </label>
          ))}
        </span>
      </div>
      <ProblemAlert problem={fetcher.data} />
    </>
  );
}
