import { codeKinds, spelt } from '#app/domain/children/surveys/model.ts';
import { useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { NumberField, TextField } from '#app/ui/light/text-field.tsx';
import type { RoundPage, RoundProblem } from './round.tsx';

/** 问卷码: those of classes one by one, slips as a number; printing, more seats, more codes. */
export function Codes({ place, round, codes, isForChildren, problem }: RoundPage & { problem: RoundProblem }) {
  const all = useWords(surveysWords);
  const { round: words } = all;
  const was = sentBack(problem, 'codes');
  const isOpen = round.state === 'open';
  const slips = codes.filter(({ kind }) => kind === 'slip');
  return (
    <>
      <p className="small muted">{isForChildren ? words.childAddress : words.grownUpAddress}</p>
      {codes.length === 0 ? <p className="note">{words.noCodes}</p> : (
        <DataTable
          caption={words.codes} rows={codes.filter(({ kind }) => kind === 'class')} keyOf={({ id }) => id} none={words.slips(slips.length, slips.filter(({ used }) => used > 0).length)}
          columns={[
            { head: words.columns.code, isName: true, cell: ({ code, isStopped }) => <><code className="big">{spelt(code)}</code> {isStopped ? <Tag kind="bad">{words.stopped}</Tag> : null}</> },
            { head: words.columns.label, cell: ({ label }) => label },
            { head: words.columns.used, right: true, cell: ({ used, seats }) => `${used} / ${seats}` },
            ...(isOpen ? [{ head: words.columns.deeds, cell: (code: RoundPage['codes'][number]) => (code.isStopped ? null : <CodeForms code={code} />) }] : []),
          ]}
        />
      )}
      {slips.length > 0 ? <p>{words.slips(slips.length, slips.filter(({ used }) => used > 0).length)}</p> : null}
      {codes.length > 0 && isOpen ? <p><a href={`/work/${place.code}/children/surveys/rounds/${round.id}/codes`}>{words.print}</a></p> : null}
      {isOpen ? (
        <details open={was.isOurs || codes.length === 0}>
          <summary>{words.addCodes}</summary>
          <form method="post" className="formpage">
            <ChoiceField id="kind" label={words.kind} words={all.form} required error={was.error('kind')} defaultValue={was.text('kind', 'class')} choices={codeKinds.map((value) => ({ value, label: all.codeKinds[value] }))} />
            <TextField id="label" label={words.label} hint={words.labelHint} words={all.form} error={was.error('label')} defaultValue={was.text('label')} />
            <NumberField id="seats" label={words.seats} hint={words.seatsHint} words={all.form} required error={was.error('seats')} defaultValue={was.text('seats', '40')} />
            <p className="row"><Button name="go" value="codes">{words.make}</Button></p>
          </form>
        </details>
      ) : null}
    </>
  );
}

function CodeForms({ code: { id, code, seats } }: { code: RoundPage['codes'][number] }) {
  const { round: words } = useWords(surveysWords);
  return (
    <form method="post" className="row close">
      <input type="hidden" name="codeId" value={id} />
      <input className="in short" name="seats" inputMode="numeric" size={4} defaultValue={seats} aria-label={`${words.columns.seats} ${spelt(code)}`} />
      <Button kind="quiet" small name="go" value="seats" aria-label={`${words.setSeats} ${spelt(code)}`}>{words.setSeats}</Button>
      <Button kind="plain" small name="go" value="stop" aria-label={`${words.stop} ${spelt(code)}`}>{words.stop}</Button>
    </form>
  );
}
