import { type Figures, type Given, checkValue } from '#app/domain/city/indicators/check-value.ts';
import { everybody, isUsableIn } from '#app/domain/city/indicators/model.ts';
import { lastDay, yearOf } from '#app/domain/city/indicators/period.ts';
import { halfWidth, readNumber } from '#app/domain/city/indicators/read-number.ts';
import { readPeriod } from '#app/domain/city/indicators/read-period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { unitFits } from '#app/domain/city/city-plans/unit-words.ts';
import type { KnownRegion } from './known-regions.ts';
import type { FigureColumn, FigureFaultCode } from './model.ts';

export type Known = {
  regions: ReadonlyMap<string, KnownRegion>; indicators: ReadonlyMap<string, Indicator>; groups: readonly { id: number; dimension: string; zh: string; en: string }[]; month: string; years: readonly number[]; mayRecord: (regionCode: string) => boolean; only?: Only | undefined;
};
/** 只收这张填报表的: its region, its period, its cells. */
export type Only = { regionCode: string; period: number; cells: ReadonlySet<string> };
export type Said = (column: FigureColumn) => string;
export type RightRow = { regionCode: string; indicatorId: number; code: string; period: number; breakdown: number; source: string; reason: string; isShare: boolean; given: Given } & Figures;
type Wrong = { column: FigureColumn; code: FigureFaultCode; figures: string[] };
/** 没有数的一行 of a round's sheet, with the reason. */
export type BareRow = Pick<RightRow, 'regionCode' | 'indicatorId' | 'period' | 'breakdown' | 'source' | 'reason'>;
type Result = { right?: RightRow; bare?: BareRow; wrong: Wrong[] };

const longest = 300;
const plain = (text: string) => halfWidth(text).replace(/[()]/g, '');

/** 核一行: every fault of a row with its column, or the figure that may stand; nothing for a row without a figure, unless a round's sheet says why there is none. */
export function checkRow(said: Said, known: Known): Result | undefined {
  const given: Given = { value: said('value'), numerator: said('numerator'), denominator: said('denominator') };
  const isBare = Object.values(given).every((text) => { if (text === '') return true; const read = readNumber(text, 'count'); return 'value' in read && read.value === null; });
  const reason = known.only ? said('reason').trim() : '';
  if (isBare && reason === '') return undefined;
  const wrong: Wrong[] = [];
  const tell = (column: FigureColumn, code: FigureFaultCode, ...figures: string[]) => void wrong.push({ column, code, figures: figures.map((each) => each.slice(0, 60)) });
  const [regionCode, code] = [halfWidth(said('region')), halfWidth(said('indicator')).toUpperCase()];
  const indicator = known.indicators.get(code);
  if (!indicator && isRegionCode(code) && known.indicators.has(regionCode.toUpperCase())) {
    tell('region', 'swapped-region-indicator', said('region'), said('indicator'));
    return { wrong };
  }
  checkRegion(regionCode, said, known, tell);
  if (known.only && regionCode !== known.only.regionCode) return { wrong }; // of a row that does not belong here nothing else matters
  if (!indicator) tell('indicator', code === '' ? 'indicator-missing' : 'indicator-unknown', said('indicator'));
  else if (known.regions.has(regionCode) && !isUsableIn(indicator.definition, regionCode)) tell('indicator', 'indicator-elsewhere', said('indicator'));
  const period = indicator && checkPeriod(indicator, said, known, tell);
  if (!indicator || wrong.some((each) => each.code === 'swapped-period-value')) return { wrong };
  const breakdown = checkIndicator(indicator, said, known, tell);
  const figures = isBare ? undefined : checkFigures(indicator, given, said, tell);
  if (reason.length > longest) tell('reason', 'text-long', String(longest));
  if (known.only) checkOnly(known.only, { period, cell: `${indicator.id}.${breakdown}` }, said, tell);
  if (wrong.length > 0 || period === undefined) return { wrong };
  const row = { regionCode, indicatorId: indicator.id, period, breakdown, source: said('source').trim(), reason };
  if (!figures) return isBare ? { wrong, bare: row } : { wrong };
  const share = readNumber(given.value, indicator.definition.unit);
  return { wrong, right: { ...row, code: indicator.code, given, isShare: 'isShare' in share && share.isShare === true, ...figures } };
}

function checkOnly({ period, cells }: Only, row: { period: number | undefined; cell: string }, said: Said, tell: Tell): void {
  if (row.period !== undefined && row.period !== period) tell('period', 'other-period', said('period'));
  if (!cells.has(row.cell)) tell('indicator', 'other-cell', said('indicator'));
}

type Tell = (column: FigureColumn, code: FigureFaultCode, ...figures: string[]) => void;

function checkRegion(code: string, said: Said, { regions, mayRecord, only }: Known, tell: Tell): void {
  const name = plain(said('regionName'));
  if (code === '') return tell('region', 'region-missing', said('regionName'));
  if (code !== '*' && !isRegionCode(code)) return tell('region', 'region-code', said('region'));
  if (only && code !== only.regionCode) return tell('region', 'other-place', said('region'));
  const region = regions.get(code);
  if (!region) return tell('region', 'region-unknown', code);
  // A unit that ended may still be told of in the sheet it was asked.
  if (region.isEnded && !only) return tell('region', 'region-ended', code, region.name, region.today.join('、'));
  if (!mayRecord(code)) return tell('region', 'region-not-yours', code, region.name);
  if (name === '' || region.name === '' || name.endsWith(plain(region.name))) return;
  if (region.pasts.some((past) => name.endsWith(plain(past)))) tell('regionName', 'region-renamed', said('regionName'), region.name);
  else tell('regionName', 'region-name-differs', said('regionName'), code, region.name);
}

function checkPeriod({ definition }: Indicator, said: Said, { month, years }: Known, tell: Tell): number | undefined {
  const text = said('period');
  const period = readPeriod(text, definition.frequency) ?? readPeriod(text, 'annual');
  const swapped = readPeriod(said('value'), 'annual');
  if (period === undefined) tell('period', text === '' ? 'period-missing' : swapped === undefined ? 'period-unreadable' : 'swapped-period-value', text, said('value'));
  else if (lastDay(period).slice(0, 7) > month) tell('period', 'period-to-come', text);
  else if (years.length > 0 && !years.includes(yearOf(period))) tell('period', 'year-differs', text, years.join('、'));
  return period;
}

function checkIndicator({ definition, code }: Indicator, said: Said, { groups }: Known, tell: Tell): number {
  const name = plain(said('indicatorName'));
  if (name !== '' && name !== plain(definition.zh) && name !== plain(definition.en)) tell('indicatorName', 'indicator-name-differs', said('indicatorName'), code, definition.zh);
  if (definition.formula !== null) tell('indicator', 'reckoned', code);
  if (said('unit') !== '' && !unitFits(said('unit'), definition.unit)) tell('unit', 'unit-differs', said('unit'), definition.unit);
  if (said('source').length > longest) tell('source', 'text-long', String(longest));
  const group = said('group').trim();
  if (group === '') return everybody;
  const found = groups.find(({ id, zh, en }) => group === String(id) || plain(group) === plain(zh) || plain(group).toLowerCase() === plain(en).toLowerCase());
  if (!found || (found.id !== everybody && !definition.dimensions.includes(found.dimension))) tell('group', 'group-unknown', group);
  return found?.id ?? everybody;
}

const numberAt = ['value', 'numerator', 'denominator'] as const;

function checkFigures({ definition }: Indicator, given: Given, said: Said, tell: Tell): Figures | undefined {
  const before = numberAt.flatMap((column) => {
    if (given[column] === '') return [];
    const read = readNumber(given[column], column === 'value' ? definition.unit : 'count');
    return 'problem' in read ? [{ column, code: read.problem }] : [];
  });
  for (const { column, code } of before) tell(column, code, said(column));
  if (before.length > 0) return undefined;
  const figures = checkValue(definition, given);
  if (typeof figures !== 'string') return figures;
  const code = figures === 'value-missing' ? 'number-unreadable' : (figures as FigureFaultCode);
  if (code === 'value-more-than-whole') tell('numerator', fitsTurned(definition, given) ? 'swapped-parts' : code, given.numerator, given.denominator);
  else if (code === 'value-one-part') tell(given.numerator === '' ? 'numerator' : 'denominator', code);
  else tell(code === 'value-of-nothing' ? 'denominator' : 'value', code, given.value, given.numerator, given.denominator);
  return undefined;
}

/** Whether the share said beside them is that of the parts turned round. */
function fitsTurned(definition: Indicator['definition'], { value, numerator, denominator }: Given): boolean {
  const turned = checkValue(definition, { value, numerator: denominator, denominator: numerator });
  return value !== '' && typeof turned !== 'string';
}
