import { Button, Flex } from 'antd';
import { Form } from 'react-router';
import { verdicts } from '#app/domain/city/early-warning/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import type { Route } from './+types/warning.ts';

/** 答复、办结、判断: what the alert waits for, and who may do it. */
export function AlertDeeds({ data: { alert, steps, isHandled, mayAnswer, mayClose, today, isMeasureAwaited }, problem }: { data: Route.ComponentProps['loaderData']; problem: Problem | undefined }) {
  const { alert: words, measure } = useWords(warningWords);
  const locale = useLocale();
  if (alert.state === 'open' && mayAnswer) {
    const last = steps.findLast(({ kind }) => kind === 'answered' || kind === 'sent-back');
    return (
      <Form method="post">
        <input type="hidden" name="deed" value="answer" />
        <Pane title={words.answer} note={words.answerLead}>
          {last?.kind === 'sent-back' && <p className="hint">{words.sentBack(last.byName, shortDay(beijingDay(last.at), locale), last.words)}</p>}
          <LongField name="reason" label={words.reason} hint={words.reasonHint} problem={problem} known={alert.reason} rows={3} minLength={4} maxLength={500} required />
          <LongField name="measure" label={words.measure} hint={words.measureHint} problem={problem} known={alert.measure} rows={3} minLength={4} maxLength={500} required />
          <TextField name="measureBy" type="date" label={words.measureBy} problem={problem} known={alert.measureBy ?? ''} min={today} optional />
          <Button type="primary" htmlType="submit">{words.send}</Button>
        </Pane>
      </Form>
    );
  }
  if (isMeasureAwaited && alert.measureBy) {
    return (
      <Pane title={measure.title} note={measure.lead(shortDay(alert.measureBy, locale), alert.measureBy <= today)}>
        {!mayClose || isHandled ? <p>{measure.others}</p> : (
          <Form method="post">
            <input type="hidden" name="deed" value="measure-done" />
            <LongField name="words" label={measure.seen} hint={measure.seenHint} problem={problem} rows={2} minLength={4} maxLength={500} required />
            <Button type="primary" htmlType="submit">{measure.confirm}</Button>
          </Form>
        )}
      </Pane>
    );
  }
  const hasEnded = alert.state === 'ended' && alert.verdict === null;
  if ((alert.state !== 'answered' && !hasEnded) || !mayClose) return null;
  if (isHandled) return <Pane title={hasEnded ? words.judge : words.close}><p>{words.handled}</p></Pane>;
  return (
    <Pane title={hasEnded ? words.judge : words.close} note={!hasEnded ? words.closeLead : steps.some(({ kind }) => kind === 'unwatched') ? words.judgeLeadOver : words.judgeLead}>
      <Flex gap={8} wrap>
        {verdicts.map((verdict) => (
          <ConfirmButton key={verdict} label={words.verdicts[verdict]} question={hasEnded ? words.judgeAsk : words.closeAsk} fields={{ deed: 'close', verdict }} danger={false} type={verdict === 'real' ? 'primary' : 'default'}>
            <LongField name="words" id={`words-${verdict}`} label={words.note} problem={problem} rows={2} maxLength={500} optional />
          </ConfirmButton>
        ))}
        {!hasEnded && (
          <ConfirmButton label={words.sendBack} question={words.sendBackAsk} fields={{ deed: 'send-back' }}>
            <LongField name="words" id="words-back" label={words.sendBackWhy} problem={problem} rows={2} minLength={4} maxLength={500} required />
          </ConfirmButton>
        )}
      </Flex>
    </Pane>
  );
}

/** 定承办人. */
export function OwnerForm({ people, owner }: { people: readonly { id: string; name: string }[]; owner: string | null }) {
  const { alert: words } = useWords(warningWords);
  return (
    <ConfirmButton label={words.assign} question={words.assign} fields={{ deed: 'assign' }} danger={false}>
      <SelectField name="ownerId" label={words.assignTo} problem={undefined} known={owner ?? people[0]?.id ?? ''} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
    </ConfirmButton>
  );
}
