import { type AskedLevel, askedLevels } from '#app/domain/city/collection/model.ts';
import type { Asking, Named } from '#app/domain/city/collection/plan-round.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import { type Problem } from '#app/platform/http.ts';
import { SelectField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import '#app/ui/desk/collection.css';

/** 负担预览: how many sheets and figures a round asks of each level, and about how long that takes them all together. */
export function RoundAsks({ asking }: { asking: readonly Asking[] }) {
  const words = useWords(collectionWords);
  const locale = useLocale();
  const sum = (name: 'sheets' | 'fields' | 'minutes') => asking.reduce((all, each) => all + each[name], 0);
  return (
    <Pane title={words.asks.title} note={words.asks.together(sum('sheets'), sum('fields'), words.minutes(sum('minutes')))} flush>
      <FigureTable
        label={words.asks.title} rows={asking} keyOf={({ level }) => level}
        columns={[
          { name: 'level', title: words.asks.columns.level, place: 'main', show: (row) => words.levels[row.level] },
          { name: 'sheets', title: words.asks.columns.sheets, show: (row) => row.sheets },
          { name: 'fields', title: words.asks.columns.fields, show: (row) => row.fields },
          { name: 'minutes', title: words.asks.columns.minutes, show: (row) => words.minutes(row.minutes) },
          { name: 'dueOn', title: words.asks.columns.dueOn, show: (row) => shortDay(row.dueOn, locale) },
        ]}
      />
      <p className="note in-pane">{words.asks.why}</p>
    </Pane>
  );
}

type Line = { code: string; zh: string; en: string };

/** 问了哪些: the indicators by the level that is asked for them. */
export function AskedList({ list }: { list: ReadonlyArray<Line & { level: AskedLevel | null; dimension: string }> }) {
  const words = useWords(collectionWords);
  const name = useName();
  const groups = useDimensions();
  return (
    <Pane title={words.asks.which}>
      {askedLevels.map((level) => {
        const here = list.filter((each) => each.level === level);
        return here.length > 0 && <details key={level} className="asked-list" open={here.length <= 20}><summary>{words.asks.atLevel(words.levels[level], here.length)}</summary><ul>{here.map((each) => <li key={each.code}>{name(each)}{each.dimension && <small> · {groups(each.dimension)}</small>}</li>)}</ul></details>;
      })}
    </Pane>
  );
}

/** 按分组要数: for indicators that are told by groups, by which of them this round asks. */
export function AskByGroups({ list, problem }: { list: readonly Named[]; problem: Problem | undefined }) {
  const words = useWords(collectionWords);
  const name = useName();
  const groups = useDimensions();
  const grouped = list.filter(({ level, dimensions }) => level !== null && dimensions.length > 0);
  if (grouped.length === 0) return null;
  return (
    <Pane title={words.asks.groups} note={words.asks.groupsLead}>
      <div className="cols-2">
        {grouped.map((each) => <SelectField key={each.code} name={`by.${each.code}`} label={name(each)} problem={problem} options={each.dimensions.map((value) => ({ value, label: groups(value) }))} optional />)}
      </div>
    </Pane>
  );
}

/** 不问的和为什么; and levels that have a last day and nothing to fill in. */
export function NotAsked({ list, idle }: { list: readonly Named[]; idle: readonly AskedLevel[] }) {
  const words = useWords(collectionWords);
  const name = useName();
  const left = list.filter(({ level }) => level === null);
  if (left.length === 0 && idle.length === 0) return null;
  return (
    <Pane title={words.asks.notAsked(left.length)}>
      {idle.map((level) => <p key={level}>{words.asks.idle(words.levels[level])}</p>)}
      {(['formula', 'seldom', 'nobody'] as const).map((why) => {
        const here = left.filter((each) => each.why === why);
        return here.length > 0 && <section key={why}><p>{words.asks.because[why]}</p><ul>{here.map((each) => <li key={each.code}>{name(each)}</li>)}</ul></section>;
      })}
    </Pane>
  );
}

function useDimensions() {
  const groups: Record<string, string> = useWords(statisticsDatabaseWords).groups;
  return (dimension: string) => groups[dimension] ?? dimension;
}

function useName() {
  const en = useLocale() === 'en';
  return ({ code, ...each }: Line) => `${code} ${en ? each.en : each.zh}`;
}
