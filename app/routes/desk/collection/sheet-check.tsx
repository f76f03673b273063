import { Alert, Button, Flex } from 'antd';
import { Form } from 'react-router';
import { keyOf } from '#app/domain/city/collection/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { figure, told, withUnit } from '../../public/plans/words.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { PaperLink } from './paper-link.tsx';
import { faultSentence } from './sentences.ts';
import type { Route } from './+types/sheet.ts';

type Loaded = Route.ComponentProps['loaderData'];
type Cell = Loaded['asked'][number];

/** 看表和审核: what was handed in, each figure beside the one before it and with its reasons; accepted, or returned with what to change in which cell. */
export function SheetCheck({ data: { sheet, asked, checkedIn, isToldByPlace, mayCheck, mayCorrect, isOwn }, problem }: { data: Loaded; problem: Problem | undefined }) {
  const words = useWords(collectionWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const isToCheck = mayCheck && sheet.state === 'reported' && !isOwn;
  const said = ({ entry, indicator: { definition } }: Cell) => {
    if (!entry || entry.figure === null) return <span className="note">{words.sheet.none}</span>;
    if (definition.kind === 'milestone') return entry.figure === 1 ? words.sheet.done : words.sheet.notDone;
    const parts = entry.figureNumerator !== null && entry.figureDenominator !== null ? ` (${figure(entry.figureNumerator, locale)} / ${figure(entry.figureDenominator, locale)})` : '';
    return <>{withUnit(entry.figure, definition.unit, city, locale)}<small>{parts}</small></>;
  };
  const table = (
    <FigureTable
      label={words.fields.codes} rows={asked} keyOf={keyOf}
      columns={[
        { name: 'indicator', title: words.sheet.indicator, place: 'main', show: (row) => <>{row.indicator.code} {told(row.indicator.definition, locale)}{row.group && <small> {words.sheet.inside(told(row.group, locale))}</small>}</> },
        { name: 'value', title: words.sheet.value, show: said },
        { name: 'before', title: words.sheet.before, show: (row) => (row.past.length === 0 ? '—' : withUnit(row.past.at(-1)!, row.indicator.definition.unit, city, locale)) },
        { name: 'reason', title: words.sheet.reason, place: 'wide', show: (row) => (row.faults.length === 0 && !row.entry?.reason ? '—' : <>{row.faults.map((fault) => <p key={fault.code} className="wrong">{faultSentence(fault, row.indicator.definition.unit, locale)}</p>)}{row.entry?.reason && <p>{words.answered(row.entry.reason)}</p>}</>) },
        { name: 'source', title: words.sheet.source, show: (row) => row.entry?.source || '—' },
        ...(asked.some(({ entry }) => entry?.evidenceId) ? [{ name: 'evidence', title: words.sheet.paper.title, place: 'wide' as const, show: (row: Cell) => (row.entry?.evidenceId ? <PaperLink entry={row.entry} /> : '—') }] : []),
        ...(isToCheck ? [{ name: 'remark', title: words.fields.remark, show: (row: Cell) => <input className="dctl" name={`m.${keyOf(row)}`} maxLength={200} aria-label={`${words.fields.remark} ${row.indicator.code}`} /> }] : []),
      ]}
    />
  );
  if (isToCheck) {
    return (
      <Form method="post" noValidate>
        <input type="hidden" name="turn" value={sheet.turn} />
        <Pane flush>{table}</Pane>
        <Pane>
          <LongField name="note" label={words.sheet.noteToReturn} hint={words.sheet.returnAsk} problem={problem} maxLength={300} rows={2} required={false} />
          <Flex gap={8} wrap>
            <Button htmlType="submit" name="go" value="accept" type="primary">{words.sheet.accept}</Button>
            <Button htmlType="submit" name="go" value="return" danger>{words.sheet.return}</Button>
          </Flex>
        </Pane>
      </Form>
    );
  }
  return (
    <>
      {sheet.state === 'reported' && <Alert type="info" showIcon title={mayCheck && isOwn ? words.sheet.own(checkedIn || words.nation, isToldByPlace) : words.sheet.waits(checkedIn || words.nation)} style={{ marginBottom: 16 }} />}
      <Pane flush>{table}</Pane>
      {mayCorrect && (
        <div className="dform-act" style={{ marginBottom: 16 }}>
          <ConfirmButton label={words.sheet.correct} question={words.sheet.correctAsk} fields={{ go: 'return', turn: String(sheet.turn) }}>
            <TextField name="note" label={words.sheet.note} problem={problem} minLength={4} maxLength={300} />
          </ConfirmButton>
        </div>
      )}
    </>
  );
}
