import type { ChildCouncil } from '#app/domain/children/councils/child-read.ts';
import { voices } from '#app/domain/children/councils/model.ts';
import { childCouncilWords } from '#app/i18n/child-council.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { ChildCard } from '#app/ui/child/child-page.tsx';
import { Choices } from '#app/ui/child/choices.tsx';
import { useChildWords } from '#app/ui/child/look.ts';
import { OwnWords } from '#app/ui/child/path.tsx';
import { Say } from '#app/ui/child/say.tsx';
import { Support } from './support.tsx';

/** 一件想做的事: the words of whoever put it, where it stands, and what a member can do now. */
export function MotionCard({ motion, isMember, hasAccount }: { motion: ChildCouncil['motions'][number]; isMember: boolean; hasAccount: boolean }) {
  const words = useChildWords(childCouncilWords);
  const locale = useLocale();
  const canSecond = isMember && motion.isApproved && !motion.isOwn && !motion.isSeconded && (motion.state === 'put' || motion.state === 'seconded');
  const canVote = isMember && motion.isVotingOpen && motion.isThere && !motion.hasVoted;
  return (
    <ChildCard title={motion.title} id={`motion-${motion.id}`}>
      <OwnWords text={motion.text} />
      <p><b><Say>{motion.isApproved ? words.states[motion.state] : words.reading}</Say></b>{motion.isOwn ? <> · <Say>{words.own}</Say></> : null}{motion.isSeconded ? <> · <Say>{words.seconded}</Say></> : null}</p>
      {!hasAccount && motion.state === 'put' ? <Support motionId={motion.id} /> : null}
      {motion.votedAt ? <p><Say>{words.result(motion.inFavour, motion.against, motion.abstaining)}</Say></p> : null}
      {motion.state === 'sent' && motion.answerDueOn ? <p><Say>{words.waitsFor(motion.body, shortDay(motion.answerDueOn, locale))}</Say></p> : null}
      {motion.childAnswer ? <blockquote className="ans"><p><b><Say>{motion.answerVerdict ? words.verdicts[motion.answerVerdict] : words.answer}</Say></b></p><Say>{motion.childAnswer}</Say><footer>{motion.answeredBy}</footer></blockquote> : null}
      <p className="row"><a className="btn quiet" href={`/child/council/motions/${motion.id}`}><Say>{words.path.link}</Say></a></p>
      {motion.isVotingOpen && isMember && motion.hasVoted ? <p><Say>{words.voted}</Say></p> : null}
      {motion.isVotingOpen && isMember && !motion.isThere ? <p><Say>{words.notThere}</Say></p> : null}
      {canVote || canSecond || (motion.isOwn && (motion.state === 'put' || motion.state === 'seconded')) ? (
        <form method="post">
          <input type="hidden" name="id" value={motion.id} />
          {canVote ? <><Choices name="voice" legend={words.voteNow} choices={voices.map((voice) => ({ value: voice, label: words.voices[voice] }))} isRequired /><p className="row"><button className="btn" name="go" value="vote"><Say>{words.voteGo}</Say></button></p></> : null}
          {canSecond ? <p className="row"><button className="btn" name="go" value="second"><Say>{words.second}</Say></button></p> : null}
          {motion.isOwn && (motion.state === 'put' || motion.state === 'seconded') ? <p className="row"><button className="btn quiet" name="go" value="withdraw"><Say>{words.withdraw}</Say></button></p> : null}
        </form>
      ) : null}
    </ChildCard>
  );
}
