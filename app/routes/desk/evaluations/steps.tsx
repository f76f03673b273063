import type { WholeEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';

/** 下一步: what this person may do with the evaluation as it stands. */
export function Steps({ evaluation, people, mayLookBack }: { evaluation: WholeEvaluation; people: readonly { id: string; name: string }[]; mayLookBack: boolean }) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  const { asItWas } = useWords(timeMachineWords);
  const { state, canSend, canConclude, canSendBack, canAppoint, revision, regionCode, id } = evaluation;
  const others = people.filter((one) => one.id !== evaluation.evaluatorId);
  return (
    <>
      {state === 'concluded' && (['pdf', 'docx'] as const).map((format) => <a key={format} href={`/work/${regionCode}/evaluations/${id}/report.${format}`} download>{words.download[format]}</a>)}
      {state === 'concluded' && mayLookBack && <a href={`/past/${regionCode}?day=${beijingDay(evaluation.concludedAt!)}`}>{asItWas}</a>}
      {canAppoint && others.length > 0 && (
        <ConfirmButton label={desk.change} question={desk.changeAsk} fields={{ deed: 'change' }} danger={false}>
          <SelectField name="evaluatorId" label={words.evaluator} options={others.map((one) => ({ value: one.id, label: one.name }))} />
        </ConfirmButton>
      )}
      {canSendBack && (
        <ConfirmButton label={desk.sendBack} question={desk.sendBackAsk} fields={{ deed: 'send-back' }} danger={false}>
          <LongField name="reason" label={desk.reason} minLength={4} maxLength={1000} />
        </ConfirmButton>
      )}
      {canSend && <ConfirmButton label={desk.send} question={desk.sendAsk} fields={{ deed: 'send' }} danger={false} type="primary" disabled={evaluation.missing.length > 0 || evaluation.summary === ''} />}
      {canConclude && <ConfirmButton label={desk.conclude} question={desk.concludeAsk} fields={{ deed: 'conclude', revision: String(revision) }} danger={false} type="primary" />}
    </>
  );
}
