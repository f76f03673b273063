import { Alert } from 'antd';
import type { Action } from '#app/domain/city/city-plans/model.ts';
import { isReached } from '#app/domain/city/city-plans/progress.ts';
import type { Unit } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { targetWords, told, withUnit } from '../../public/plans/words.ts';

type Known = { code: string; zh: string; en: string; unit: Unit };

/** 待核对的目标: what the last period brought along beside where it ended; one that is reached already asks for nothing. */
export function ReviewTargets({ action, indicators }: { action: Action; indicators: readonly Known[] }) {
  const words = useWords(cityDeskWords).review;
  const city = useWords(cityWords);
  const locale = useLocale();
  const rows = action.indicators.flatMap(({ code, baseline, targets }) => targets.filter(({ isToReview }) => isToReview).map((target) => ({ code, baseline, target, known: indicators.find((each) => each.code === code) })));
  if (rows.length === 0) return null;
  return (
    <>
      <Alert type="warning" showIcon title={words.lead(rows.length)} style={{ marginBottom: 16 }} />
      <Pane title={words.title} flush>
        <FigureTable
          label={words.title} rows={rows} keyOf={(row) => `${row.code} ${row.target.year}`}
          columns={[
            { name: 'indicator', title: words.indicator, place: 'main', show: ({ code, known }) => `${code} ${known ? told(known, locale) : ''}` },
            { name: 'target', title: words.target, show: ({ target, known }) => `${target.year} ${known ? targetWords(target, known.unit, city, locale) : target.value}` },
            { name: 'stood', title: words.stood, show: ({ baseline, known }) => (baseline && known ? `${baseline.year} ${withUnit(baseline.value, known.unit, city, locale)}` : words.none) },
            { name: 'note', title: words.note, show: ({ baseline, target }) => (baseline && isReached(target, baseline.value) ? <b>✓ {words.reached}</b> : '—') },
          ]}
        />
      </Pane>
    </>
  );
}
