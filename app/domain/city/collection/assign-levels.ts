import type { Definition, Frequency } from '#app/domain/city/indicators/model.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { type AskedLevel, type Deadlines } from './model.ts';

/** Who is asked for an indicator of a level, nearest to the fact first. */
const order: Record<Definition['level'], readonly AskedLevel[]> = {
  nation: ['city', 'department', 'district'],
  city: ['department', 'city', 'district'],
  department: ['department', 'city', 'district'],
  district: ['district', 'department', 'city'],
  town: ['town', 'district', 'department', 'city'],
  community: ['community', 'town', 'district', 'department', 'city'],
};
const pace: Record<Frequency, number> = { annual: 1, 'half-year': 2, quarter: 4, month: 12 };

export type Item = { indicatorId: number; level: AskedLevel; department: string; dimension: string };
/** 为什么不问: a formula reckons it, or it is told less often than this period. */
export function whyNobody({ formula, frequency }: Pick<Definition, 'formula' | 'frequency'>, period: number): 'formula' | 'seldom' | null {
  if (formula !== null) return 'formula';
  return pace[frequency] < pace[openPeriod(period)!.frequency] ? 'seldom' : null;
}

type Known = { id: number; code: string; definition: Pick<Definition, 'level' | 'owner' | 'formula' | 'frequency'> };

/** 分派: each indicator to the one level that knows it first among those that are asked; what a formula reckons and what is told less often than this is asked of nobody. `groups` names by code the dimension by whose groups an indicator is asked. */
export function assignLevels(indicators: readonly Known[], deadlines: Deadlines, period: number, groups: Readonly<Record<string, string>> = {}): Item[] {
  return indicators.flatMap(({ id, code, definition }) => {
    if (whyNobody(definition, period)) return [];
    const level = order[definition.level].find((each) => deadlines[each] !== undefined && (each !== 'department' || definition.owner !== ''));
    return level ? [{ indicatorId: id, level, department: level === 'department' ? definition.owner : '', dimension: groups[code] ?? '' }] : [];
  });
}
