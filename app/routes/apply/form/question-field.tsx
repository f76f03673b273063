import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';
import type { AnswerRow } from '#app/domain/pilot/applications/form.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import type { FieldFrame } from '#app/ui/light/field.tsx';
import { DateField, LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { ConflictBox } from './conflict-box.tsx';
import { Hint } from './hint.tsx';
import { TableField } from './table-field.tsx';
import { anchorOf, said, sourceWords } from './words-of.ts';

type Shown = { question: Question; row: AnswerRow | undefined; given: Answer | undefined; error: string | undefined; reason: string | undefined; extraRows: number };

/** 一题: the control for one question, with where its value comes from, what is wrong, and what others wrote meanwhile. */
export function QuestionField({ question, row, given, error, reason, extraRows }: Shown) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const value = given ?? row?.value ?? '';
  const known = sourceWords(row?.source ?? '', words);
  const frame = {
    id: anchorOf(question.id), name: `q.${question.id}`, label: said(question.label, locale), words: words.form, required: question.isRequired,
    ...(question.number ? { number: question.number } : {}),
    ...(question.hint || reason ? { hint: <Hint question={question} reason={reason} /> } : {}),
    ...(error ? { error } : {}), ...(known ? { known } : {}),
  };
  return (
    <div data-question={question.id} data-kind={question.kind}>
      <input type="hidden" name={`b.${question.id}`} value={row?.revision ?? 0} />
      <Control question={question} value={value} frame={frame} extraRows={extraRows} />
      {row && row.rivals.length > 0 ? <ConflictBox question={question} row={row} /> : null}
    </div>
  );
}

function Control({ question, value, frame, extraRows }: { question: Question; value: Answer; frame: FieldFrame; extraRows: number }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const text = typeof value === 'string' ? value : '';
  const choices = (question.options ?? []).map((option) => ({ value: option.value, label: said(option.label, locale) }));
  if (question.kind === 'choice') return <ChoiceField {...frame} choices={choices} defaultValue={text} />;
  if (question.kind === 'choices') return <ChoiceField {...frame} choices={choices} multiple defaultValue={(value || []) as string[]} />;
  if (question.kind === 'table') return <TableField question={question} frame={frame} rows={(value || []) as Record<string, string>[]} extraRows={extraRows} />;
  if (question.kind === 'number') return <NumberField {...frame} defaultValue={text} {...(question.unit ? { unit: said(question.unit, locale) } : {})} decimal />;
  if (question.kind === 'date') return <DateField {...frame} defaultValue={text} />;
  if (question.kind === 'long-text') {
    const most = question.most ?? 5000;
    return <LongTextField {...frame} defaultValue={text} rows={5} limit={most} count={words.form.count([...text.trim()].length, most)} />;
  }
  const mode = question.kind === 'phone' ? 'tel' : question.kind === 'email' ? 'email' : 'text';
  return <TextField {...frame} defaultValue={text} input={{ inputMode: mode, autoComplete: 'off' }} />;
}
