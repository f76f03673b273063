import { may, mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { askedCells } from '#app/domain/city/collection/asked-cells.ts';
import { checkValue, type Figures } from '#app/domain/city/indicators/check-value.ts';
import { everybody, stateCode, isUsableIn } from '#app/domain/city/indicators/model.ts';
import { lastDay, openPeriod } from '#app/domain/city/indicators/period.ts';
import { type Indicator, indicatorsByCode, listBreakdowns } from '#app/domain/city/indicators/read.ts';
import { knownRegions, standingValues } from './standing.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { groupFromCode, periodFromAdx, periodFromSdmx, regionFromCode } from './codes.ts';
import type { Message, Said } from './message.ts';
import { sharesPeople } from './model.ts';
import { roundedShare } from './protect.ts';

/** 认出的部分: what a figure of the message names, as far as it is known here. */
export type Known = { indicator: Indicator | undefined; regionCode: string | undefined; period: number | undefined; breakdown: number | undefined };

/** 一行: what a figure of the message would do; `was` is what stands and would be corrected. */
export type Line = Said & { known: Known; at: Placed | null; figures: Figures | null; fault: string | null; does: 'new' | 'correct' | 'same' | 'fault'; was: number | null };
export type Placed = { indicator: Indicator; regionCode: string; period: number; breakdown: number };

/** 核对来件: every figure by itself and against what stands, in a few statements however long the message is. */
export async function checkMessage(ctx: Ctx, { form, said }: Message): Promise<Line[]> {
  if (!mayAnywhere(ctx.actor, 'value.record')) throw new Refusal('not-allowed', 403);
  const [indicators, groups, regions] = await Promise.all([indicatorsByCode(ctx), listBreakdowns(ctx), knownRegions(ctx, said.flatMap(({ region }) => regionFromCode(region) ?? []))]);
  const dimensions = new Map(groups.map(({ id, dimension }) => [id, dimension]));
  const today = beijingDay(ctx.now);
  const seen = new Set<string>();
  const lines = said.map((each): Line => {
    const known = knownOf(each);
    const placed = placeOf(each, known);
    const fault = typeof placed === 'string' ? placed : wrongWith(placed);
    if (typeof placed === 'string' || fault) return { ...each, known, at: null, figures: null, fault, does: 'fault', was: null };
    const figures = checkValue(placed.indicator.definition, { value: withSign(each.value, placed), numerator: '', denominator: '' });
    if (typeof figures === 'string') return { ...each, known, at: placed, figures: null, fault: figures, does: 'fault', was: null };
    return { ...each, known, at: placed, figures, fault: null, does: 'new', was: null };
  });
  await besideWhatStands(ctx, lines);
  await besideSheets(ctx, lines);
  return lines;

  function knownOf({ indicator, region, period, groups: codes }: Said): Known {
    const regionCode = regionFromCode(region);
    return {
      indicator: indicators.get(indicator), regionCode: regionCode && (regionCode === '*' || regions.has(regionCode)) ? regionCode : undefined,
      period: (form === 'adx' ? periodFromAdx : periodFromSdmx)(period), breakdown: codes[0] === undefined ? everybody : groupFromCode(codes[0]),
    };
  }

  function placeOf({ groups: codes }: Said, { indicator, regionCode, period, breakdown }: Known): Placed | string {
    if (!indicator) return 'indicator-not-found';
    if (!regionCode) return 'region-not-found';
    if (period === undefined) return 'exchange-period';
    if (codes.length > 1) return 'exchange-groups';
    if (breakdown === undefined || (breakdown !== everybody && !indicator.definition.dimensions.includes(dimensions.get(breakdown) ?? ''))) return 'breakdown-not-found';
    return { indicator, regionCode, period, breakdown };
  }

  function wrongWith({ indicator, regionCode, period, breakdown }: Placed): string | null {
    const key = [indicator.id, regionCode, period, breakdown].join(' ');
    if (seen.has(key)) return 'exchange-twice';
    seen.add(key);
    if (!may(ctx.actor, 'value.record', { regionCode })) return 'exchange-not-yours';
    if (!isUsableIn(indicator.definition, regionCode)) return 'indicator-elsewhere';
    if (indicator.definition.formula !== null) return 'value-is-reckoned';
    const { frequency } = openPeriod(period)!;
    if (frequency !== indicator.definition.frequency && frequency !== 'annual') return 'exchange-frequency';
    return lastDay(period).slice(0, 7) > today.slice(0, 7) ? 'period-to-come' : null;
  }
}

/** A message gives shares as bare numbers; that they are per cent is said by the indicator. */
function withSign(text: string, { indicator: { definition } }: Placed): string {
  const plain = /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text.trim());
  if (!plain) return text;
  return definition.unit === 'percent' ? `${Number(text)}%` : definition.unit === 'permille' ? `${Number(text)}‰` : String(Number(text));
}

/** What an open sheet asks for goes into the sheet, before a second person. */
async function besideSheets(ctx: Ctx, lines: Line[]): Promise<void> {
  const changing = lines.filter(({ at, does }) => at && (does === 'new' || does === 'correct'));
  const asked = await askedCells(ctx, changing.map(({ at }) => ({ indicatorId: at!.indicator.id, regionCode: at!.regionCode, period: at!.period, breakdown: at!.breakdown })));
  for (const nth of asked) Object.assign(changing[nth]!, { does: 'fault', fault: 'value-in-sheet' });
}

async function besideWhatStands(ctx: Ctx, lines: Line[]): Promise<void> {
  const right = lines.filter(({ at, fault }) => at && !fault);
  const standing = await standingValues(ctx, right.map(({ at }) => ({ indicatorId: at!.indicator.id, regionCode: at!.regionCode, period: at!.period, breakdown: at!.breakdown })));
  for (const line of right) {
    const { indicator, ...place } = line.at!;
    const known = standing.get([indicator.id, place.regionCode, place.period, place.breakdown].join(' '));
    if (!known) continue;
    const { definition } = indicator;
    const isSame = known.value === line.figures!.value || (sharesPeople(definition) && roundedShare(known.value, definition.unit) === line.figures!.value);
    line.was = known.value;
    line.does = isSame ? 'same' : 'correct';
    if (!isSame && known.status === stateCode('locked')) Object.assign(line, { does: 'fault', fault: 'value-locked' });
  }
}
