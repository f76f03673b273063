import { Alert, Button } from 'antd';
import { Form } from 'react-router';
import type { DividedAtDesk, previewPasted } from '#app/domain/city/city-plans/divided-at-desk.ts';
import type { Wanted } from '#app/domain/city/city-plans/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { divideWords } from '#app/i18n/divide.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { targetWords, told } from '../../public/plans/words.ts';

export type Previewed = Omit<ReturnType<typeof previewPasted>, 'cells'> & { text: string; chosen: string };
type Props = { actions: DividedAtDesk['actions']; districts: DividedAtDesk['districts']; version: number; previewed: Previewed | undefined };

/** 从表格贴入: looked at first; saved only as a whole, after it was confirmed. */
export function DividePaste({ actions, districts, version, previewed }: Props) {
  const words = useWords(divideWords);
  const locale = useLocale();
  const indicators = actions.flatMap((action) => action.indicators);
  return (
    <>
      {previewed && <Preview {...{ indicators, districts, version, previewed }} />}
      <Pane title={words.paste}>
        <Form method="post">
          <input type="hidden" name="deed" value="preview" />
          <LongField name="text" label={words.fields.text} hint={words.pasteHint} problem={undefined} known={previewed?.text ?? ''} rows={6} maxLength={200_000} />
          <SelectField name="chosen" label={words.pasteOne} problem={undefined} known={previewed?.chosen ?? ''} options={indicators.map((each) => ({ value: each.code, label: `${each.code} ${told(each, locale)}` }))} optional />
          <div className="dform-act"><Button htmlType="submit">{words.preview}</Button></div>
        </Form>
      </Pane>
    </>
  );
}

function Preview({ indicators, districts, version, previewed }: Pick<Props, 'districts' | 'version'> & { indicators: DividedAtDesk['actions'][number]['indicators']; previewed: Previewed }) {
  const words = useWords(divideWords);
  const city = useWords(cityWords);
  const desk = useWords(deskWords);
  const locale = useLocale();
  const { changes, problems, many } = previewed;
  const unitOf = (code: string) => indicators.find((each) => each.code === code)!.unit;
  const said = (wanted: Wanted | null, code: string) => (wanted ? targetWords(wanted, unitOf(code), city, locale) : words.nil);
  if (problems.length > 0) {
    return <Alert type="error" role="alert" showIcon style={{ marginBottom: 16 }} title={words.problems(many)} description={<ul>{problems.map(({ line, column, said: what, code }, at) => <li key={at}>{words.atLine(line, column, what)} {refusalSentence(code, locale)}</li>)}{many > problems.length && <li>{desk.more(many - problems.length)}</li>}</ul>} />;
  }
  if (changes.length === 0) return <Alert type="info" role="status" showIcon style={{ marginBottom: 16 }} title={words.nothing} />;
  return (
    <Pane title={words.wouldChange(changes.length)} flush>
      <FigureTable
        label={words.wouldChange(changes.length)} rows={changes} keyOf={(row) => `${row.regionCode} ${row.code} ${row.year}`}
        columns={[
          { name: 'place', title: words.change.place, place: 'main', show: (row) => districts.find(({ code }) => code === row.regionCode)?.name },
          { name: 'indicator', title: words.change.indicator, show: (row) => `${row.code} ${told(indicators.find(({ code }) => code === row.code)!, locale)}` },
          { name: 'year', title: words.change.year, show: (row) => row.year },
          { name: 'from', title: words.change.from, show: (row) => said(row.from, row.code) },
          { name: 'to', title: words.change.to, show: (row) => <b>{said(row.to, row.code)}</b> },
        ]}
      />
      <Form method="post" className="pane-body">
        <input type="hidden" name="deed" value="paste" />
        <input type="hidden" name="text" value={previewed.text} />
        <input type="hidden" name="chosen" value={previewed.chosen} />
        <input type="hidden" name="version" value={version} />
        <TextField name="reason" id="paste-reason" label={words.fields.reason} hint={words.reasonHint} problem={undefined} maxLength={300} optional={changes.every(({ from }) => from === null)} />
        <div className="dform-act"><Button type="primary" htmlType="submit">{words.confirm}</Button></div>
      </Form>
    </Pane>
  );
}
