import { isReached } from '#app/domain/city/city-plans/progress.ts';
import { lastDay } from '#app/domain/city/indicators/period.ts';
import { addDays, daysBetween } from '#app/platform/dates.ts';
import { type AlertLevel, alertLevels, type BackTest, type Ground, type RuleCode, type Settings, type Verdict } from './model.ts';
import { neverReported } from './silence.ts';
import { median, type Series, weigh } from './weigh.ts';

/** 回测的一条预警: what would have been raised on a day, its worst level, and what came of it as far as figures say. */
export type Episode = { raisedOn: string; level: AlertLevel; verdict: Verdict | null; daysEarly: number | null };

/** The last days of all months from one day to another. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let [year, month] = from.split('-').map(Number) as [number, number]; ; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    const end = addDays(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`, -1);
    if (end > to) return months;
    if (end >= from) months.push(end);
  }
}

/** 回测一个数列: month by month with only the figures whose period was over by then, as the rule would have seen them. */
export function rehearse(rule: RuleCode, settings: Settings, series: Series, corrected: ReadonlySet<number>, months: readonly string[]): Episode[] {
  const ends = series.figures.map(({ period }) => lastDay(period));
  const episodes: Episode[] = [];
  let current: { episode: Episode; period: number | null } | undefined;
  let seen = 0;
  for (const month of months) {
    while (seen < ends.length && ends[seen]! <= month) seen += 1;
    const known: Series = { ...series, figures: series.figures.slice(0, seen), contradicting: series.contradicting !== null && lastDay(series.contradicting) <= month ? series.contradicting : null };
    const weighed = rule === 'W1' ? neverReported(settings, known, month) : weigh(rule, settings, known, addDays(month, 1));
    if (!weighed) current = undefined;
    else if (!current || (rule === 'W4' && current.period !== weighed.ground.period)) {
      current = { episode: { raisedOn: month, level: weighed.level, ...cameOf(rule, series, weighed.ground, corrected, month) }, period: weighed.ground.period };
      episodes.push(current.episode);
    } else if (alertLevels.indexOf(weighed.level) > alertLevels.indexOf(current.episode.level)) current.episode.level = weighed.level;
  }
  return episodes;
}

/**
 * 后来怎样: off the path or under the line is real when the target was missed on its day; unusual when the figure was corrected or
 * went back by half; missed while nothing later reached it. What cannot be known yet is undecided.
 */
function cameOf(rule: RuleCode, { figures, aim }: Series, { period, dueOn, change }: Ground, corrected: ReadonlySet<number>, month: string): Pick<Episode, 'verdict' | 'daysEarly'> {
  if (rule === 'W1' || rule === 'W6') return { verdict: 'real', daysEarly: null };
  if (rule === 'W4') {
    if (period !== null && corrected.has(period)) return { verdict: 'real', daysEarly: null };
    const at = figures.findIndex((figure) => figure.period === period);
    const next = figures[at + 1];
    if (!next || change === null) return { verdict: null, daysEarly: null };
    const back = (figures[at]!.value - next.value) * Math.sign(change);
    return { verdict: back > Math.abs(change) / 2 ? 'real' : 'false', daysEarly: null };
  }
  const target = aim?.targets.find(({ year }) => `${year}-12-31` === dueOn);
  const final = rule === 'W5' ? figures.at(-1) : figures.find((figure) => lastDay(figure.period) === dueOn);
  if (!target || !final || dueOn === null) return { verdict: null, daysEarly: null };
  return { verdict: isReached(target, final.value) ? 'false' : 'real', daysEarly: Math.max(0, daysBetween(month, dueOn)) };
}

/** 回测结果 of many series. */
export function sumUp(episodes: readonly Episode[], about: Pick<BackTest, 'from' | 'to' | 'regions' | 'figures' | 'testedOn'>): BackTest {
  const count = (is: (episode: Episode) => boolean) => episodes.filter(is).length;
  const early = episodes.filter(({ verdict, daysEarly }) => verdict === 'real' && daysEarly !== null).map(({ daysEarly }) => daysEarly!);
  return {
    ...about, alerts: episodes.length, byLevel: { yellow: count(({ level }) => level === 'yellow'), orange: count(({ level }) => level === 'orange'), red: count(({ level }) => level === 'red') },
    real: count(({ verdict }) => verdict === 'real'), false: count(({ verdict }) => verdict === 'false'), undecided: count(({ verdict }) => verdict === null),
    medianDaysEarly: early.length === 0 ? null : Math.round(median(early)),
  };
}
