import type { ImportLine, ImportPreview } from '#app/domain/pilot/paper-forms/model.ts';
import { questionsOf } from '#app/domain/pilot/calls/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { paperWords } from '#app/i18n/paper.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { answerText } from './conflict-box.tsx';
import type { Form } from './read-only-part.tsx';
import { said } from './words-of.ts';

/** 核对: each new or different answer with its place; what has a problem is not chosen beforehand. */
export function ImportPreviewForm({ form, preview }: { form: Form; preview: ImportPreview }) {
  const words = useWords(paperWords).import;
  const locale = useLocale();
  const apply = useWords(applyWords);
  const here = `/apply/${form.application.id}/import`;
  const wrong = preview.lines.flatMap((line, at) => (line.wrong ? [{ line, at }] : []));
  const labelOf = (id: string) => said(questionsOf(form.set).find((question) => question.id === id)!.label, locale);
  const count = (state: ImportLine['state']) => preview.lines.filter((line) => line.state === state).length;
  return (
    <form className="card" method="post" action={here}>
      <h2>{words.preview(preview.fileName)}</h2>
      <p>{preview.lines.length > 0 ? words.summary(count('new'), count('differs'), wrong.length) : words.nothing}</p>
      {wrong.length > 0 ? (
        <Callout kind="bad">
          <b>{words.wrongTitle}</b>
          <ul>{wrong.map(({ at, line }) => <li key={at}><a href={`#line-${at}`}>{labelOf(line.questionId)}</a> {words.wrong(line.wrong!.place, apply.lacks[line.wrong!.why](line.wrong!.figure))}</li>)}</ul>
        </Callout>
      ) : null}
      {preview.unread.length > 0 ? (
        <Callout>
          <b>{words.unreadTitle}</b>
          <ul>{preview.unread.map(({ place, text }, at) => <li key={at}>{words.unread(place, text)}</li>)}</ul>
        </Callout>
      ) : null}
      {preview.locked.length > 0 ? <Callout>{words.locked(preview.locked.map(labelOf).join(locale === 'en' ? ', ' : '、'))}</Callout> : null}
      <input type="hidden" name="fileName" value={preview.fileName} />
      <input type="hidden" name="sha256" value={preview.sha256} />
      {preview.lines.map((line, at) => <Line key={line.questionId} form={form} line={line} at={at} />)}
      <p className="small muted">{[preview.same > 0 ? words.same(preview.same) : '', preview.empty > 0 ? words.empty(preview.empty) : ''].filter(Boolean).join(' ')}</p>
      <div className="row">
        {preview.lines.length > 0 ? <Button name="go" value="take">{words.accept}</Button> : null}
        <ButtonLink kind="quiet" href={here}>{words.again}</ButtonLink>
      </div>
    </form>
  );
}

function Line({ form, line, at }: { form: Form; line: ImportLine; at: number }) {
  const words = useWords(paperWords).import;
  const apply = useWords(applyWords);
  const locale = useLocale();
  const question = questionsOf(form.set).find(({ id }) => id === line.questionId)!;
  const { questionId, value, bases } = line;
  return (
    <fieldset className="import-line" id={`line-${at}`}>
      <label className="choice">
        <input type="checkbox" name="take" value={at} defaultChecked={!line.wrong} aria-describedby={line.wrong ? `wrong-${at}` : undefined} />
        <span>{question.number ? <span className="q">{question.number}</span> : null}<b>{said(question.label, locale)}</b> <Tag>{line.state === 'new' ? words.fresh : words.differs}</Tag></span>
      </label>
      <input type="hidden" name={`line.${at}`} value={JSON.stringify({ questionId, value, bases })} />
      {line.place.includes(said(question.label, locale)) ? null : <p className="small muted">{line.place}</p>}
      <dl className="facts">
        <div><dt>{words.inFile}</dt><dd style={{ whiteSpace: 'pre-wrap' }}>{answerText(question, value, apply, locale)}</dd></div>
        {line.state === 'differs' ? <div><dt>{words.now}</dt><dd style={{ whiteSpace: 'pre-wrap' }}>{answerText(question, line.current, apply, locale)}</dd></div> : null}
      </dl>
      {line.wrong ? <p className="errline" id={`wrong-${at}`}>{words.wrong(line.wrong.place, apply.lacks[line.wrong.why](line.wrong.figure))}</p> : null}
    </fieldset>
  );
}
