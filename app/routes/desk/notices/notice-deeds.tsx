import { noticesWords } from '#app/i18n/notices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';

type Notice = { id: string; phase: string; title: string; body: string; workingDays: number; entries: { applicationId: string; name: string; number: string; state: string }[] };
type Next = { id: string; number: string; unit: string; rank: number | null }[];

/** 公示能办的: by the phase it is in. */
export function Deeds({ notice, standing, waits, next }: { notice: Notice; standing: number; waits: boolean; next: Next }) {
  const { desk } = useWords(noticesWords);
  const { id, phase, workingDays } = notice;
  if (phase === 'draft') {
    return (
      <>
        <ConfirmButton label={desk.discard} question={desk.discardAsk} fields={{ deed: 'discard' }} />
        <ConfirmButton label={desk.publishTomorrow} question={desk.publishAsk(workingDays)} fields={{ deed: 'publish', starts: 'tomorrow' }} danger={false} />
        <ConfirmButton label={desk.publishToday} question={desk.publishAsk(workingDays)} fields={{ deed: 'publish', starts: 'today' }} danger={false} type="primary" />
      </>
    );
  }
  return (
    <>
      <ButtonLink to={`/desk/objections?notice=${id}`}>{desk.objections}</ButtonLink>
      <a href={`/notices/${id}`}>{desk.seePublic}</a>
      {phase !== 'final' && (
        <ConfirmButton label={desk.correct} question={desk.correctAsk} fields={{ deed: 'correct' }} danger={false}>
          <TextField name="title" label={desk.titleField} known={notice.title} maxLength={120} />
          <LongField name="body" label={desk.bodyField} hint={desk.bodyHint} known={notice.body} maxLength={4000} rows={5} optional />
          <LongField name="reason" label={desk.correctReason} minLength={10} maxLength={1000} rows={3} />
        </ConfirmButton>
      )}
      {phase !== 'final' && standing > 0 && (
        <ConfirmButton label={desk.remove} question={desk.removeAsk} fields={{ deed: 'remove' }}>
          <SelectField
            name="applicationId"
            id="remove-who"
            label={desk.removeWho}
            options={notice.entries.filter(({ state }) => state === 'standing').map((one) => ({ value: one.applicationId, label: `${one.name} ${one.number}` }))}
          />
          <LongField name="reason" id="remove-reason" label={desk.removeWhy} minLength={10} maxLength={1000} rows={3} />
        </ConfirmButton>
      )}
      {next.length > 0 && (
        <ConfirmButton label={desk.moveUp} question={desk.moveUpAsk} fields={{ deed: 'move-up' }} danger={false}>
          <SelectField name="applicationId" label={desk.moveUpWho} options={(next[0]!.rank === null ? next : next.slice(0, 1)).map(({ id: value, rank, unit, number }) => ({ value, label: [rank === null ? '' : desk.rankOf(rank), unit, number].filter(Boolean).join(' ') }))} />
          <LongField name="reason" id="move-up-reason" label={desk.moveUpWhy} minLength={10} maxLength={1000} rows={3} />
        </ConfirmButton>
      )}
      {phase === 'ended' && <ConfirmButton label={desk.finalise} question={desk.finaliseAsk(standing)} fields={{ deed: 'finalise' }} danger={false} type="primary" disabled={waits} />}
    </>
  );
}
