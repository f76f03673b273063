import { Button } from 'antd';
import { Form } from 'react-router';
import type { MeetingRead } from '#app/domain/pilot/panels/read.ts';
import { proposals } from '#app/domain/pilot/panels/model.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { Facts } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Ballot } from './ballot.tsx';
import { resultTones } from './tone.ts';

export type Item = MeetingRead['items'][number];
type Shown = { item: Item; at: number; state: MeetingRead['meeting']['state']; canEdit: boolean; me: string };

/** 议题: what the review found, what is proposed, who sits on it, and the votes. */
export function AgendaItem({ item, at, state, canEdit, me }: Shown) {
  const { panel: words } = useWords(panelWords);
  const isRecused = item.recusals.some(({ userId }) => userId === me);
  const isLive = state === 'planned' || state === 'open';
  return (
    <section className="agenda-item" aria-labelledby={`item-${item.id}`}>
      <h3 id={`item-${item.id}`}>
        {words.item(at + 1)} {item.unitName} <span className="num">{item.number}</span>
        {state !== 'planned' && <StatusTag tone={resultTones[item.tally.result]}>{words.results[item.tally.result]}</StatusTag>}
      </h3>
      {isRecused ? <p className="soon">{words.youAreRecused}</p> : (
        <>
          <Found item={item} />
          {isLive && canEdit ? <Proposal item={item} /> : <Said item={item} />}
          {state !== 'planned' && item.proposal && <Ballot itemId={item.id} seats={item.seats} isOpen={state === 'open'} mayVoteFor={(userId) => canEdit || userId === me} />}
          {state !== 'planned' && <p className="note">{words.tally(item.tally.for, item.tally.against, item.tally.abstain, item.tally.seated)}</p>}
        </>
      )}
      <Recusals item={item} />
      <div className="ways">
        {isLive && item.seats.filter(({ userId }) => canEdit || userId === me).length > 0 && <Recuse item={item} canEdit={canEdit} me={me} />}
        {canEdit && isLive && <ConfirmButton label={words.takeOff} question={words.takeOffAsk} fields={{ deed: 'take-off', itemId: item.id }} size="small" />}
        {canEdit && state === 'signed' && <ButtonLink to={`/desk/applications/${item.applicationId}/decision`}>{words.toDecision}</ButtonLink>}
      </div>
    </section>
  );
}

/** 评审所见 in short: score, how far the reviewers lie apart, what is unmet. */
function Found({ item: { judged } }: { item: Item }) {
  const { panel: words, explanation, ranking } = useWords(panelWords);
  const en = useLocale() === 'en';
  if (!judged) return null;
  const unmet = judged.must.filter(({ isMet }) => !isMet);
  const { totals, score, passMark } = judged;
  const join = (names: readonly { zh: string; en: string }[]) => names.map((one) => (en ? one.en : one.zh)).join(en ? '; ' : '；');
  return (
    <Facts
      items={[
        { name: words.score, value: score.value === null ? explanation.noScore : `${explanation.scoreOf(score.value)}${passMark === null ? '' : ` · ${explanation.passMark} ${passMark}`}` },
        { name: explanation.reviews, value: totals.length > 1 ? words.spread(Math.round(Math.min(...totals) * 100) / 100, Math.round(Math.max(...totals) * 100) / 100) : explanation.reviewsOf(totals.length, judged.rounds) },
        ...(unmet.length > 0 ? [{ name: ranking.must, value: join(unmet) }] : []),
        ...(judged.negative.length > 0 ? [{ name: explanation.negative, value: <span className="late">{join(judged.negative)}</span> }] : []),
      ]}
    />
  );
}

function Proposal({ item }: { item: Item }) {
  const { panel: words } = useWords(panelWords);
  return (
    <Form method="post" key={`${item.id} ${item.proposal} ${item.clearsNegative} ${item.discussion}`}>
      <input type="hidden" name="deed" value="propose" />
      <input type="hidden" name="itemId" value={item.id} />
      <SelectField id={`proposal-${item.id}`} name="proposal" label={words.proposal} known={item.proposal ?? ''} options={proposals.map((value) => ({ value, label: words.proposals[value] }))} />
      {(item.judged?.negative.length ?? 0) > 0 && (
        <p className="choices"><label><input type="checkbox" name="clearsNegative" value="yes" defaultChecked={item.clearsNegative} /> {words.clearsNegative}</label></p>
      )}
      <LongField id={`discussion-${item.id}`} name="discussion" label={words.discussion} hint={words.discussionHint} known={item.discussion} maxLength={4000} rows={2} optional />
      <Button htmlType="submit">{words.propose}</Button>
    </Form>
  );
}

function Said({ item }: { item: Item }) {
  const { panel: words } = useWords(panelWords);
  if (!item.proposal) return null;
  return (
    <>
      <p><b>{words.proposals[item.proposal]}</b>{item.clearsNegative && ` · ${words.clearsNegative}`}</p>
      {item.discussion && <p className="prose">{item.discussion}</p>}
    </>
  );
}

function Recusals({ item }: { item: Item }) {
  const { panel: words } = useWords(panelWords);
  const { kinds } = useWords(conflictWords);
  const en = useLocale() === 'en';
  if (item.recusals.length === 0) return null;
  return <p className="note">{words.recused}{en ? ': ' : '：'}{item.recusals.map(({ name, kind }) => words.recusedOf(name, (kinds as Record<string, string>)[kind] ?? words.declaredAtMeeting)).join(' ')}</p>;
}

function Recuse({ item, canEdit, me }: { item: Item; canEdit: boolean; me: string }) {
  const { panel: words } = useWords(panelWords);
  const mine = item.seats.filter(({ userId }) => canEdit || userId === me);
  return (
    <ConfirmButton label={words.recuse} question={words.recuseAsk} fields={{ deed: 'recuse', itemId: item.id }} size="small">
      <SelectField id={`recuse-${item.id}`} name="userId" label={words.member} known={mine.length === 1 ? mine[0]!.userId : ''} options={mine.map(({ userId, name }) => ({ value: userId, label: name }))} />
      <LongField id={`recuse-why-${item.id}`} name="reason" label={words.recuseReason} minLength={4} maxLength={500} rows={2} />
    </ConfirmButton>
  );
}
