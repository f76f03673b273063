import type { Column, Question } from '#app/domain/pilot/calls/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { describedBy, FieldHint, type FieldFrame, FieldNotes, LabelWords } from '#app/ui/light/field.tsx';
import { said } from './words-of.ts';

/** 表格题: rows with a control in each cell; another row comes by a button, with or without script. */
export function TableField({ question, frame, rows, extraRows }: { question: Question; frame: FieldFrame; rows: Record<string, string>[]; extraRows: number }) {
  const words = useWords(applyWords);
  const shown = [...rows, ...Array.from({ length: Math.max(extraRows, rows.length === 0 ? 1 : 0) }, () => ({}))].slice(0, 60);
  return (
    <fieldset className={frame.error ? 'field bad' : 'field'} aria-describedby={describedBy(frame)} data-table={question.id}>
      <legend>
        <LabelWords frame={frame} />
      </legend>
      <FieldHint frame={frame} />
      {shown.map((row, index) => (
        <Row key={index} question={question} index={index} row={row} isBad={Boolean(frame.error)} />
      ))}
      <p className="row close">
        <Button kind="quiet" small name="go" value={`add:${question.id}`} data-add-row="">
          {words.form.addRow}
        </Button>
        <span className="small muted">{words.form.rowsHint}</span>
      </p>
      <FieldNotes frame={frame} />
    </fieldset>
  );
}

function Row({ question, index, row, isBad }: { question: Question; index: number; row: Record<string, string>; isBad: boolean }) {
  const words = useWords(applyWords);
  return (
    <div className="table-row" role="group" aria-label={words.form.row(index + 1)} data-row="">
      {(question.columns ?? []).map((column) => (
        <Cell key={column.id} question={question} column={column} index={index} value={row[column.id] ?? ''} isBad={isBad} />
      ))}
      <Button kind="plain" small name="go" value={`remove:${question.id}:${index}`} aria-label={`${words.form.removeRow} ${words.form.row(index + 1)}`} data-remove-row="">
        {words.form.removeRow}
      </Button>
    </div>
  );
}

function Cell({ question, column, index, value, isBad }: { question: Question; column: Column; index: number; value: string; isBad: boolean }) {
  const locale = useLocale();
  const first = index === 0 && question.columns?.[0] === column;
  return (
    <label className={`cell ${column.kind}`}>
      <span>{said(column.label, locale)}</span>
      <input
        className="in"
        type={column.kind === 'date' ? 'date' : 'text'}
        inputMode={column.kind === 'number' ? 'decimal' : 'text'}
        {...(first ? { id: `q-${question.id}` } : {})}
        name={`q.${question.id}.${index}.${column.id}`}
        aria-invalid={isBad && column.isRequired && value === '' ? true : undefined}
        defaultValue={value}
      />
    </label>
  );
}
