import { originCode, wayCode } from '#app/domain/city/indicators/model.ts';
import type { DerivedRow } from '#app/domain/city/indicators/derived.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import type { RollUpRule } from '#app/domain/city/indicators/roll-up-rule.ts';
import { countedAt, type Crossing } from '#app/domain/city/operations/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { figuresWords } from '#app/i18n/figures.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Facts, Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { withUnit } from '../../public/plans/words.ts';
import { periodName } from '../../public/statistics-database/names.ts';

type Of = { definition: Pick<Indicator['definition'], 'kind' | 'unit'>; crossing: Crossing | undefined };

/** 数从哪里来: what takes it out of the work, and how regions are added. */
export function WhereFrom({ definition, crossing, rule }: Of & { rule: RollUpRule }) {
  const words = useWords(figuresWords);
  const surveys = useWords(surveysWords);
  const isSurvey = crossing !== undefined && 'survey' in crossing;
  const [room, counted] = !crossing ? [words.byHand, ''] : 'survey' in crossing
    ? [words.survey, words.surveyCounted(surveys.audiences[crossing.survey.audience], surveys.themes[crossing.survey.theme])] : words.facts[crossing.fact] as [string, string];
  return (
    <Pane title={words.title}>
      <Facts
        items={[
          { name: words.from, value: room }, ...(crossing ? [{ name: words.counted, value: counted }, { name: words.when, value: isSurvey ? words.surveyUpdates : words.updates }] : []),
          { name: words.rollUp, value: words.rules[rule] }, ...(definition.kind === 'milestone' ? [] : [{ name: words.columns.period, value: words.year }]),
        ]}
      />
    </Pane>
  );
}

/** 自动得出的数 beside what stands: from the work, and added up, as so many of so many. */
export function Derived({ definition, crossing, rows }: Of & { rows: readonly DerivedRow[] }) {
  const words = useWords(figuresWords);
  const city = useWords(cityWords);
  const { latestOf } = useWords(deskWords);
  const locale = useLocale();
  const all = rows[0]?.all ?? 0;
  const told = (value: number) => withUnit(value, definition.unit, city, locale);
  const isSurvey = crossing !== undefined && 'survey' in crossing;
  const from = (row: DerivedRow) => (row.way === wayCode('roll-up') ? words.parts(row.reported, row.expected) : isSurvey ? words.rounds(row.reported) : words.places(row.reported));
  const stateOf = (row: DerivedRow): [Tone, string] => {
    if (row.origin === originCode(row.way === wayCode('roll-up') ? 'roll-up' : 'operations')) return ['good', words.states.stands];
    if (row.reported < row.expected) return ['info', words.states.partial];
    if (row.standing === null) return ['info', row.way === wayCode('roll-up') ? words.states.waitsForSum : isSurvey ? words.states.waiting : words.states.waitsForNight(countedAt)];
    return row.standing === row.value ? ['rest', words.states.beside(told(row.standing))] : ['bad', words.states.differs(told(row.standing))];
  };
  return (
    <Pane title={words.derived} flush {...(rows.length < all ? { note: latestOf(rows.length, all) } : {})}>
      {rows.length === 0 ? <p className="note in-pane">{words.none}</p> : (
        <FigureTable
          label={words.derived} rows={rows} keyOf={(row) => `${row.regionCode} ${row.period} ${row.way}`}
          columns={[
            { name: 'place', title: words.columns.place, place: 'main', show: (row) => row.place || words.nation },
            { name: 'period', title: words.columns.period, show: (row) => periodName(row.period, locale) },
            { name: 'value', title: words.columns.value, show: (row) => told(row.value) },
            { name: 'by', title: words.columns.by, show: (row) => `${words.ways[row.way]} · ${from(row)}` },
            { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={stateOf(row)[0]}>{stateOf(row)[1]}</StatusTag> },
          ]}
        />
      )}
    </Pane>
  );
}
