import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { ChildBox } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { Say } from '#app/ui/child/say.tsx';
import type { ChildRound } from '../council/home.tsx';

/** 一次走访: when and where, with whom, and whether one has a seat. */
export function RoundCard({ round, now, hasAccount }: { round: ChildRound; now: Date; hasAccount: boolean }) {
  const words = useChildWords(childCouncilWords);
  const locale = useLocale();
  const isOver = round.state === 'walked' || round.startsAt <= now;
  const isIn = round.mine === 'seated' || round.mine === 'waiting';
  const left = Math.max(0, round.seats - round.taken);
  return (
    <ChildCard title={round.title} id={`round-${round.id}`}>
      <p><Say>{words.roundAt(shortTime(round.startsAt, locale), round.place)}</Say></p>
      {round.about ? <p><Say>{round.about}</Say></p> : null}
      <p><Say>{words.with(round.supporter)}</Say></p>
      {isOver ? <p><b><Say>{round.summary || words.walked}</Say></b></p> : <p><Say>{left > 0 ? words.seatsLeft(left) : words.full}</Say></p>}
      {isIn ? <p><b><Say>{round.mine === 'seated' ? words.seated : words.waiting}</Say></b></p> : null}
      {isOver && round.mine === 'seated' ? <p className="row"><a className="btn" href={`/child/council/rounds/${round.id}`}><Say>{words.note}</Say></a></p> : null}
      {!isOver && isIn ? (
        <form method="post"><input type="hidden" name="id" value={round.id} /><button className="btn quiet" name="go" value="give-back"><Say>{words.giveBack}</Say></button></form>
      ) : null}
      {!isOver && !isIn && hasAccount ? (
        <form method="post">
          <input type="hidden" name="id" value={round.id} />
          <ChildBox id={`nickname-${round.id}`} name="nickname" label={`${words.nickname} ${words.nicknameHint}`} rows={1} maxLength={12} isRequired />
          <p className="row"><button className="btn" name="go" value="sign-up"><Say>{words.signUp}</Say></button></p>
        </form>
      ) : null}
    </ChildCard>
  );
}
