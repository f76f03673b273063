import { mostLetters } from '#app/domain/pilot/progress-reports/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { ConflictBox } from '#app/routes/apply/form/conflict-box.tsx';
import { anchorOf, said } from '#app/routes/apply/form/words-of.ts';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import type { FieldFrame } from '#app/ui/light/field.tsx';
import { LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { type Asked, asQuestion, asRow } from './report-question.ts';

/** 一题: its control, where its value comes from, why it came back, what others wrote meanwhile. */
export function ReportField({ asked, given, now }: { asked: Asked; given: string | undefined; now: Date }) {
  const words = useWords(reportWords);
  const form = useWords(applyWords).form;
  const locale = useLocale();
  const { id, kind, lack, prefilled, isKept, remark } = asked;
  const question = asQuestion(asked);
  const row = asRow(asked, now);
  const hint = asked.hint.zh ? said(asked.hint, locale) : undefined;
  const frame: FieldFrame = {
    id: anchorOf(id), name: `q.${id}`, label: said(asked.label, locale), words: form, required: asked.isRequired,
    ...(hint || remark ? { hint: <>{hint}{remark ? <strong className="errline">{words.remark(remark)}</strong> : null}</> } : {}),
    ...(lack && lack !== 'empty' && lack !== 'unsettled' ? { error: words.lacks[lack] } : {}),
    ...(prefilled ? { known: isKept ? words.from(prefilled) : words.changedFrom(words.from(prefilled)) } : {}),
  };
  return (
    <div data-question={id} data-kind={kind}>
      <input type="hidden" name={`b.${id}`} value={asked.revision} />
      <Control asked={asked} frame={frame} value={given ?? asked.value} />
      {asked.rivals.length > 0 ? <ConflictBox question={question} row={row} /> : null}
    </div>
  );
}

function Control({ asked, frame, value }: { asked: Asked; frame: FieldFrame; value: string }) {
  const { form } = useWords(applyWords);
  const locale = useLocale();
  if (asked.kind === 'choice') return <ChoiceField {...frame} choices={asked.options.map((option) => ({ value: option.zh, label: said(option, locale) }))} defaultValue={value} />;
  if (asked.kind === 'number') return <NumberField {...frame} defaultValue={value} decimal />;
  if (asked.kind === 'text') return <TextField {...frame} defaultValue={value} input={{ autoComplete: 'off' }} />;
  const most = mostLetters['long-text'];
  return <LongTextField {...frame} defaultValue={value} rows={Math.min(12, Math.max(4, value.split('\n').length + 1))} limit={most} count={form.count([...value.trim()].length, most)} />;
}
