import type { getObjection } from '#app/domain/pilot/objections/read.ts';
import { objectionOutcomes } from '#app/domain/pilot/objections/model.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';

export type DeskObjection = Awaited<ReturnType<typeof getObjection>>;

/** 答复: outcome, effect, what was found, the rule, the reasons. */
export function AnswerForm({ objection, problem }: { objection: DeskObjection; problem: Problem | undefined }) {
  const words = useWords(objectionsWords);
  const { desk } = words;
  const mayCorrect = objection.effects.includes('entry-corrected');
  const mayCorrectNotice = objection.effects.includes('notice-corrected');
  return (
    <Pane title={desk.decide}>
      <ConfirmButton label={desk.decide} question={desk.decideAsk} fields={{ deed: 'answer' }} danger={false} type="primary">
        <SelectField name="outcome" label={desk.outcome} problem={problem} options={objectionOutcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
        <SelectField name="effect" label={desk.effect} problem={problem} known="none" options={objection.effects.map((value) => ({ value, label: words.effects[value] }))} />
        <LongField name="findings" label={desk.findings} hint={desk.findingsHint} problem={problem} minLength={10} maxLength={4000} rows={4} />
        <TextField name="rule" label={desk.rule} hint={desk.ruleHint} problem={problem} minLength={4} maxLength={1000} />
        <LongField name="answer" label={desk.answer} hint={desk.answerHint} problem={problem} minLength={10} maxLength={4000} rows={4} />
        {mayCorrect && <TextField name="correction" label={desk.correction} problem={problem} maxLength={500} optional />}
        {mayCorrectNotice && (
          <>
            <TextField name="title" label={desk.title} problem={problem} known={objection.noticeTitle} maxLength={120} optional />
            <LongField name="body" label={desk.body} problem={problem} known={objection.noticeBody} maxLength={4000} rows={3} optional />
          </>
        )}
      </ConfirmButton>
    </Pane>
  );
}

/** The answer as it was given. */
export function GivenAnswer({ objection }: { objection: DeskObjection }) {
  const words = useWords(objectionsWords);
  const { desk } = words;
  if (!objection.outcome) return null;
  return (
    <Pane title={words.outcomes[objection.outcome]} note={objection.appealUntil ? desk.appealUntil(objection.appealUntil) : undefined}>
      <p style={{ whiteSpace: 'pre-wrap' }}>{objection.answer}</p>
      <Facts
        items={[
          { name: words.findings, value: <span style={{ whiteSpace: 'pre-wrap' }}>{objection.findings || '—'}</span> },
          { name: words.rule, value: objection.rule || '—' },
          { name: words.effect, value: words.effects[objection.effect] },
        ]}
      />
    </Pane>
  );
}
