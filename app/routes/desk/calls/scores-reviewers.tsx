import type { ShownRun } from '#app/domain/pilot/scoring/at-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { scoringWords } from '#app/i18n/scoring.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Forest, rangeOf } from '#app/ui/desk/forest.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

const dash = '—';
const signed = (value: number) => {
  const figure = Math.abs(value).toFixed(1);
  return figure === '0.0' ? figure : `${value > 0 ? '+' : '−'}${figure}`;
};
const around = (figures: readonly number[]) => rangeOf([0, ...figures], 0);

type Shown = { shown: ShownRun };

/** 专家宽严: the picture and its table. */
export function SeverityOf({ shown }: Shown) {
  const words = useWords(scoringWords);
  const { columns } = words;
  const rows = shown.results.reviewers.toSorted((one, other) => (other.leniency ?? other.mean) - (one.leniency ?? one.mean));
  const estimated = rows.filter(({ leniency }) => leniency !== null);
  const name = (id: string) => shown.reviewers[id] ?? dash;
  return (
    <Pane title={words.severity} note={words.severityLead}>
      {estimated.length > 0 && (
        <Forest
          label={words.chart.reviewers}
          rows={estimated.map(({ reviewer, leniency, low, high }) => ({ id: reviewer, name: name(reviewer), value: leniency, low, high, said: `${name(reviewer)} ${signed(leniency!)} (${words.interval(low!, high!)})` }))}
          lines={[{ at: 0, name: words.panelMean }]}
          {...around(estimated.flatMap(({ low, high }) => [low!, high!]))}
        />
      )}
      <FigureTable
        label={words.severity}
        rows={rows}
        keyOf={({ reviewer }) => reviewer}
        columns={[
          { name: 'expert', title: columns.expert, place: 'main', show: ({ reviewer, isFlat }) => <><b>{name(reviewer)}</b>{isFlat && <small>{words.flat}</small>}</> },
          ...(shown.isNameless ? [] : [{ name: 'reviews', title: columns.reviews, show: ({ reviews }: (typeof rows)[number]) => reviews }]),
          { name: 'mean', title: columns.mean, show: ({ mean }) => mean.toFixed(1) },
          { name: 'leniency', title: columns.leniency, show: ({ leniency }) => (leniency === null ? dash : <b>{signed(leniency)}</b>) },
          { name: 'interval', title: columns.interval, show: ({ low, high }) => (low === null ? dash : <span className="num">{words.interval(low, high!)}</span>) },
          { name: 'spread', title: columns.spread, show: ({ spread }) => spread?.toFixed(2) ?? dash },
        ]}
      />
    </Pane>
  );
}

/** 一致性: how far each two reviewers lie apart on what both read; the map is its own table. */
export function AgreementMap({ shown }: Shown) {
  const words = useWords(scoringWords);
  const { between } = shown.results.agreement;
  if (between.length === 0) return null;
  const names = shown.results.reviewers.map(({ reviewer }) => reviewer);
  const found = new Map(between.flatMap((pair) => [[`${pair.one} ${pair.other}`, pair], [`${pair.other} ${pair.one}`, pair]] as const));
  const top = Math.max(...between.map(({ distance }) => distance), 1);
  return (
    <Pane title={words.agreement} note={words.agreementLead}>
      <div className="scroll-x" role="group" tabIndex={0} aria-label={words.chart.agreement}>
        <table className="agreement-map">
          <thead><tr><td>{words.columns.expert}</td>{names.map((id) => <th key={id} scope="col" title={shown.reviewers[id]}>{shown.reviewers[id] ?? dash}</th>)}</tr></thead>
          <tbody>
            {names.map((one) => (
              <tr key={one}>
                <th scope="row" title={shown.reviewers[one]}>{shown.reviewers[one] ?? dash}</th>
                {names.map((other) => {
                  const pair = found.get(`${one} ${other}`);
                  return pair ? <td key={other} className={`r${Math.min(5, Math.floor((6 * pair.distance) / top))}`} title={`${words.columns.shared} ${pair.shared}`}>{pair.distance.toFixed(1)}</td> : <td key={other} aria-label={`${words.columns.shared} 0`} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Pane>
  );
}

/** 逐一去掉专家. */
export function WithoutEach({ shown }: Shown) {
  const words = useWords(scoringWords);
  const { columns } = words;
  const { withoutOne } = shown.results;
  if (withoutOne.length === 0) return null;
  const rows = withoutOne.toSorted((one, other) => Math.abs(other.largest) - Math.abs(one.largest));
  const listed = (ids: readonly string[]) => (ids.length === 0 ? dash : ids.map((id) => shown.units[id]?.unit ?? dash).join(' '));
  return (
    <Pane title={words.without} note={words.withoutLead}>
      <FigureTable
        label={words.without}
        rows={rows}
        keyOf={({ reviewer }) => reviewer}
        columns={[
          { name: 'expert', title: columns.expert, place: 'main', show: ({ reviewer }) => <b>{shown.reviewers[reviewer] ?? dash}</b> },
          { name: 'largest', title: columns.largest, show: ({ largest, application }) => <>{signed(largest)}{application && <small>{shown.units[application]?.unit}</small>}</> },
          { name: 'moved', title: columns.moved, show: ({ moved }) => words.places(moved) },
          ...(shown.isNameless ? [] : [
            { name: 'crossed', title: columns.crossed, show: ({ crossed }: (typeof rows)[number]) => listed(crossed) },
            { name: 'orphaned', title: columns.orphaned, show: ({ orphaned }: (typeof rows)[number]) => listed(orphaned) },
          ]),
        ]}
      />
    </Pane>
  );
}

/** 前后变化. */
export function DriftOf({ shown }: Shown) {
  const words = useWords(scoringWords);
  const { columns } = words;
  const { drift } = shown.results;
  const name = (id: string) => shown.reviewers[id] ?? dash;
  if (drift.length === 0) return <Pane title={words.drift} note={words.driftLead}><p className="note">{words.driftNone}</p></Pane>;
  return (
    <Pane title={words.drift} note={words.driftLead}>
      <Forest
        label={words.chart.drift}
        rows={drift.map(({ reviewer, slope, low, high, isClear }) => ({ id: reviewer, name: name(reviewer), value: slope, low, high, isMarked: isClear, said: `${name(reviewer)} ${signed(slope)} (${words.interval(low, high)})` }))}
        lines={[]}
        {...around(drift.flatMap(({ low, high }) => [low, high]))}
      />
      <FigureTable
        label={words.drift}
        rows={drift}
        keyOf={({ reviewer }) => reviewer}
        columns={[
          { name: 'expert', title: columns.expert, place: 'main', show: ({ reviewer }) => <b>{name(reviewer)}</b> },
          { name: 'slope', title: columns.drift, show: ({ slope }) => signed(slope) },
          { name: 'interval', title: columns.interval, show: ({ low, high }) => <span className="num">{words.interval(low, high)}</span> },
          { name: 'clear', title: words.drift, place: 'state', show: ({ isClear }) => <StatusTag tone={isClear ? 'now' : 'rest'}>{isClear ? words.clear : words.notClear}</StatusTag> },
        ]}
      />
    </Pane>
  );
}

/** 评分项难易. */
export function ItemEase({ shown }: Shown) {
  const words = useWords(scoringWords);
  const en = useLocale() === 'en';
  const { columns } = words;
  const { items } = shown.results;
  if (items.length < 2) return null;
  const name = (id: string) => (en ? shown.items[id]?.en : shown.items[id]?.zh) ?? id;
  const rows = items.toSorted((one, other) => one.ease - other.ease);
  return (
    <Pane title={words.items} note={words.itemsLead}>
      <FigureTable
        label={words.items}
        rows={rows}
        keyOf={({ item }) => item}
        columns={[
          { name: 'item', title: columns.item, place: 'main', show: ({ item }) => name(item) },
          { name: 'ease', title: columns.ease, show: ({ ease }) => <b>{signed(ease)}</b> },
          { name: 'interval', title: columns.interval, show: ({ low, high }) => <span className="num">{words.interval(low, high)}</span> },
          { name: 'mean', title: columns.mean, show: ({ mean }) => mean.toFixed(1) },
          { name: 'marks', title: columns.marks, show: ({ marks }) => marks },
        ]}
      />
    </Pane>
  );
}
