import type { ReactNode } from 'react';
import type { listTies } from '#app/domain/pilot/conflicts/read.ts';
import type { ConflictKind } from '#app/domain/pilot/conflicts/model.ts';
import { conflictWords } from '#app/i18n/conflicts.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { useWords } from '#app/i18n/pair.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { Field, LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';

type Tie = Awaited<ReturnType<typeof listTies>>[number];

/** 回避关系一览: who said it, with whom, and whether it still stands. */
export function Ties({ ties, mayLift }: { ties: readonly Tie[]; mayLift: boolean }) {
  const words = useWords(expertsWords);
  const { kinds } = useWords(conflictWords);
  if (ties.length === 0) return <p className="note">{words.noTies}</p>;
  return (
    <div className="scroll-x" role="group" tabIndex={0} aria-label={words.ties}>
      <table className="score-table">
        <thead>
          <tr><th scope="col">{words.tie}</th><th scope="col">{words.tiedTo}</th><th scope="col">{words.reason}</th><th scope="col">{words.source}</th></tr>
        </thead>
        <tbody>
          {ties.map((tie) => (
            <tr key={tie.id}>
              <td><b>{kinds[tie.kind]}</b><small>{words.period(tie.fromOn, tie.untilOn)}</small></td>
              <td>{tie.tiedTo}</td>
              <td>
                {tie.reason}
                {tie.liftedAt && <small>{words.lifted(tie.liftedByName ?? '', beijingDay(tie.liftedAt), tie.liftReason ?? '')}</small>}
              </td>
              <td>
                {words.sources[tie.source]}
                <small>{words.said(tie.declaredByName, beijingDay(tie.declaredAt))}</small>
                {mayLift && !tie.liftedAt && (
                  <ConfirmButton label={words.lift} question={words.liftAsk} fields={{ deed: 'lift', tie: tie.id }} size="small">
                    <LongField name="reason" id={`lift-${tie.id}`} label={words.reason} minLength={10} maxLength={500} />
                  </ConfirmButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** 一条新的回避关系: of what kind, with whom, why, for how long. */
export function TieFields({ kinds, problem, lead }: { kinds: readonly ConflictKind[]; problem: Problem | undefined; lead: ReactNode }) {
  const words = useWords(expertsWords);
  const said = useWords(conflictWords);
  return (
    <>
      <p className="note">{lead}</p>
      <SelectField name="kind" label={words.tie} options={kinds.map((value) => ({ value, label: said.kinds[value] }))} problem={problem} />
      <TextField name="organisationName" label={words.organisation} hint={words.organisationHint} maxLength={120} problem={problem} optional />
      <Field name="regionCode" label={words.place} hint={words.placeHint} problem={problem} optional>
        <RegionFilter name="regionCode" id="field-regionCode" none={words.place} />
      </Field>
      <LongField name="reason" id="tie-reason" label={words.reason} minLength={4} maxLength={500} problem={problem} />
      <TextField name="fromOn" type="date" label={words.fromOn} problem={problem} optional />
      <TextField name="untilOn" type="date" label={words.untilOn} hint={words.untilHint} problem={problem} optional />
    </>
  );
}
