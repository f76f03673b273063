import type { SessionDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DeedButton, DeedForm } from './deed-form.tsx';

const squares = { next: 'next', now: 'now', done: 'done' } as const;
type Props = { desk: SessionDesk; problem: Problem | undefined };

/** 走到哪里的议程: one point after the other, with notes and the vote where it stands. */
export function RunningAgenda({ desk, problem }: Props) {
  const words = useWords(councilWords);
  const { items, motions, session } = desk;
  const isOpen = session.state === 'called' || session.state === 'running';
  const ready = motions.filter(({ motion }) => motion.state === 'seconded');
  return (
    <>
      <ol className="findings plainlist">
        {items.map((item) => (
          <li key={item.id} id={`item-${item.id}`} className="card" {...(item.state === 'now' ? { 'aria-current': 'step' as const } : {})}>
            <p className="row close small"><Status state={squares[item.state]}>{item.state === 'now' ? words.session.now : item.state === 'done' ? words.session.over : words.session.planned(item.minutesPlanned)}</Status></p>
            <h3>{item.title}</h3>
            {item.notes ? <p className="pre">{item.notes}</p> : null}
            <div className="row close">
              {session.state === 'running' && item.state !== 'now' ? <DeedButton go="go-to" hidden={{ id: item.id }} label={words.session.goTo} isQuiet /> : null}
              {isOpen && item.state === 'next' ? <DeedButton go="item-off" hidden={{ id: item.id }} label={words.session.remove} isQuiet /> : null}
            </div>
            {session.state !== 'called' ? <DeedForm go="notes" id={item.id} hidden={{ id: item.id }} title={words.session.notes} submit={words.save} isFolded problem={problem} asks={[{ name: 'notes', kind: 'long', rows: 3, label: words.session.notes, value: item.notes, isOptional: true }]} /> : null}
            {item.motionId ? <Vote desk={desk} motionId={item.motionId} problem={problem} /> : null}
          </li>
        ))}
      </ol>
      {isOpen ? (
        <DeedForm go="item" title={words.session.item} submit={words.add} isFolded={items.length > 0} problem={problem} asks={[
          { name: 'title', label: words.session.item, isOptional: true }, { name: 'minutes', kind: 'number', label: words.session.minutes, value: 15 },
          { name: 'motionId', kind: 'select', label: words.session.motion, isOptional: true, choices: [{ value: '', label: words.session.ownItem }, ...ready.map(({ motion }) => ({ value: motion.id, label: motion.title }))] },
        ]} />
      ) : null}
      {isOpen ? motions.filter(({ motion, isApproved }) => motion.state === 'put' && isApproved).map(({ motion, seconds }) => (
        <DeedForm key={motion.id} go="second" id={motion.id} hidden={{ id: motion.id }} title={`${words.session.secondedIn}${words.colon}${motion.title}（${words.motions.seconds(seconds)}）`} submit={words.session.second} isFolded problem={problem} asks={[
          { name: 'memberId', kind: 'select', label: words.term.members, choices: desk.members.filter(({ id }) => id !== motion.memberId).map(({ id, nickname, letterNumber }) => ({ value: id, label: `${letterNumber} ${nickname}` })) },
        ]} />
      )) : null}
    </>
  );
}

function Vote({ desk, motionId, problem }: Props & { motionId: string }) {
  const words = useWords(councilWords);
  const motion = desk.motions.find((one) => one.motion.id === motionId)?.motion;
  if (!motion) return null;
  const given = motion.inFavour + motion.against + motion.abstaining;
  return (
    <div id={`motion-${motion.id}`}>
      <p className="pre">{motion.text}</p>
      {motion.votedAt ? <p><b>{words.motionStates[motion.state]}</b> · {words.session.result(motion.inFavour, motion.against, motion.abstaining)}</p> : null}
      {desk.session.state === 'running' && motion.state === 'tabled' ? (
        motion.isVotingOpen ? <><p>{words.session.voting(given)}</p><DeedButton go="phones-close" hidden={{ id: motion.id }} label={words.session.closePhones} /></> : (
          <>
            <DeedForm go="count" id={motion.id} hidden={{ id: motion.id }} title={words.session.byCount} submit={words.session.vote} isFolded problem={problem} asks={[
              { name: 'inFavour', kind: 'number', label: words.session.inFavour, value: 0 }, { name: 'against', kind: 'number', label: words.session.against, value: 0 }, { name: 'abstaining', kind: 'number', label: words.session.abstaining, value: 0 },
            ]} />
            <DeedButton go="phones" hidden={{ id: motion.id }} label={words.session.byPhones} isQuiet />
          </>
        )
      ) : null}
    </div>
  );
}
