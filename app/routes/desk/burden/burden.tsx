import { Button } from 'antd';
import { Link } from 'react-router';
import { forms, newlyWritten, sparedShare } from '#app/domain/base/burden/model.ts';
import { type Burden, burdenByForm, burdenByMonth, burdenByPlace } from '#app/domain/base/burden/read.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { burdenWords } from '#app/i18n/burden.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { DayRange } from '#app/ui/desk/day-range.tsx';
import { type FigureColumn, FigureTable } from '#app/ui/desk/figure-table.tsx';
import { EmptyBox, Filters, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { Asked } from './asked.ts';
import { BurdenBars } from './burden-bars.tsx';
import type { Route } from './+types/burden.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const [byForm, byPlace, byMonth, path] = await Promise.all([burdenByForm(ctx, asked), burdenByPlace(ctx, asked), burdenByMonth(ctx, asked), asked.region ? regionPath(ctx, asked.region) : []]);
    return { asked, byForm, byPlace, byMonth, path, search: new URL(request.url).search };
  });
}

/** 负担表: by form, by place and by month, each as bars and as figures. */
export default function BurdenMeter({ loaderData: { asked, byForm, byPlace, byMonth, path, search } }: Route.ComponentProps) {
  const words = useWords(burdenWords);
  const figures = useFigures();
  const below = (code: string) => `/desk/burden?${new URLSearchParams({ ...Object.fromEntries(new URLSearchParams(search)), region: code })}`;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={byForm.length > 0 ? <Button href={`/desk/burden/list.csv${search}`} download>{words.export}</Button> : undefined} />
      <Pane>
        <Filters>
          <div className="fil-item">{words.region}<RegionFilter path={path} /></div>
          <PickBox name="form" label={words.form} value={asked.form} options={forms.map((form) => ({ value: form, label: words.forms[form] }))} />
          <DayRange words={words} from={asked.from} to={asked.to} />
        </Filters>
      </Pane>
      {byForm.length === 0 ? <Pane flush><EmptyBox text={words.empty} /></Pane> : (
        <>
          <Pane title={words.byForm}>
            <BurdenBars lines={byForm.map((line) => ({ name: words.forms[line.form], ...line }))} />
            <FigureTable label={words.byForm} rows={byForm} keyOf={(row) => row.form} columns={[{ name: 'form', title: words.form, place: 'main', show: (row) => <b>{words.forms[row.form]}</b> }, ...figures]} />
          </Pane>
          <Pane title={words.byPlace}>
            <BurdenBars lines={byPlace.slice(0, 12)} />
            <FigureTable label={words.byPlace} rows={byPlace} keyOf={(row) => row.code} columns={[
              { name: 'place', title: words.place, place: 'main', show: (row) => (row.code.length < 9 ? <Link to={below(row.code)} title={words.deeper(row.name)}>{row.name}</Link> : row.name) }, ...figures,
            ]} />
          </Pane>
          <Pane title={words.byMonth}>
            <BurdenBars lines={byMonth.map((line) => ({ name: line.month, ...line }))} />
            <FigureTable label={words.byMonth} rows={byMonth} keyOf={(row) => row.month} columns={[{ name: 'month', title: words.month, place: 'main', show: (row) => <span className="num">{row.month}</span> }, ...figures]} />
          </Pane>
        </>
      )}
    </>
  );
}

/** The figures of one line, in the same order everywhere. */
function useFigures(): FigureColumn<Burden>[] {
  const words = useWords(burdenWords);
  const figure = (name: string, title: string, of: (row: Burden) => string | number): FigureColumn<Burden> => ({ name, title, show: (row) => <span className="num">{of(row)}</span> });
  return [
    figure('handIns', words.handIns, (row) => row.handIns), figure('asked', words.asked, (row) => row.asked), figure('prefilled', words.prefilled, (row) => row.prefilled),
    figure('reused', words.reused, (row) => row.reused), figure('written', words.written, newlyWritten), figure('each', words.each, (row) => (newlyWritten(row) / Math.max(1, row.handIns)).toFixed(1)),
    figure('spared', words.spared, (row) => { const share = sparedShare(row); return share === null ? words.none : words.percent(share); }),
  ];
}
