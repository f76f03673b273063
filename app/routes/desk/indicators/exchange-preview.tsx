import { Button } from 'antd';
import { Form } from 'react-router';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import type { ShownPreview } from './shown-preview.ts';

const tones: Record<ShownPreview['lines'][number]['does'], Tone> = { new: 'good', correct: 'now', same: 'rest', fault: 'bad' };

/** 核对结果: what each figure would do; only without a fault can all of them be written. */
export function ExchangePreview({ preview: { counts, lines, hidden, more }, text, problem, given, isBusy }: { preview: ShownPreview; text: string; problem: Problem | undefined; given: { source: string; reason: string }; isBusy: boolean }) {
  const words = useWords(statisticsDatabaseWords).exchange;
  const canWrite = counts.fault === 0 && counts.fresh + counts.correct > 0;
  return (
    <Pane title={words.preview} note={<span role="status">{words.counts(counts.fresh, counts.correct, counts.same, counts.fault)}{hidden > 0 ? ` ${words.hiddenHere(hidden)}` : ''}</span>}>
      {canWrite ? (
        <Form method="post" encType="multipart/form-data">
          <textarea name="text" hidden readOnly value={text} />
          <div className="cols-2">
            <TextField name="source" label={words.source} hint={words.sourceHint} problem={problem} known={given.source} maxLength={300} required />
            {counts.correct > 0 ? <TextField name="reason" label={words.reason} hint={words.reasonHint} problem={problem} known={given.reason} maxLength={300} required /> : null}
          </div>
          <div className="dform-act" style={{ marginBottom: 16 }}><Button type="primary" htmlType="submit" name="deed" value="write" loading={isBusy}>{words.write}</Button></div>
        </Form>
      ) : null}
      {lines.length === 0 ? <p>{words.none}</p> : (
        <FigureTable
          label={words.preview} rows={lines} keyOf={(line) => String(line.nth)}
          columns={[
            { name: 'what', title: words.what, place: 'main', show: (line) => <>{line.indicator}<br /><small>{line.place}</small></> },
            { name: 'where', title: words.where, show: (line) => line.region },
            { name: 'when', title: words.when, show: (line) => line.period },
            { name: 'of', title: words.of, show: (line) => line.group || '—' },
            { name: 'value', title: words.value, show: (line) => <><span className="num">{line.value}</span>{line.was ? <> <small>{words.was} <span className="num">{line.was}</span></small></> : null}</> },
            { name: 'result', title: words.result, place: 'state', show: (line) => <StatusTag tone={tones[line.does]}>{words.does[line.does]}</StatusTag> },
            ...(counts.fault > 0 ? [{ name: 'why', title: words.why, place: 'wide' as const, show: (line: ShownPreview['lines'][number]) => line.fault || '—' }] : []),
          ]}
        />
      )}
      {more > 0 ? <p>{words.more(more)}</p> : null}
    </Pane>
  );
}
