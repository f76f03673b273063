import { currentEdition } from '#app/domain/base/standard/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { findFormulaFault, type FormulaFault } from './find-formula-fault.ts';
import type { NewIndicatorInput } from './input.ts';
import { isUsableIn, mostOwn, shareUnits } from './model.ts';
import { dimensionsKnown, type Indicator, indicatorsByCode } from './read.ts';

/** 新指标的毛病, each at its field. */
export type NewIndicatorFault = { field: 'regionCode' | 'zh' | 'code' | 'dimensions' | 'numeratorZh' | 'denominatorZh' | 'least' | 'kind' | 'direction' | 'standard' | 'outline' | 'formula'; is: 'many' | 'named' | 'code' | 'dimension' | 'prefix' | 'parts' | 'half' | 'bounds' | 'milestone' | 'direction' | 'rule' | 'outline'; names: readonly string[] } | { field: 'formula'; is: 'formula'; fault: FormulaFault };

/** 核对新指标: all that is wrong at once. */
export async function checkNewIndicator(ctx: Ctx, input: NewIndicatorInput): Promise<NewIndicatorFault[]> {
  const all = [...(await indicatorsByCode(ctx)).values()];
  const known = new Map(all.map((each) => [each.code, each.definition]));
  const usable = usableIn(all, input.regionCode);
  const named = namesake(all, input);
  const formula = input.formula !== null && input.kind === 'numeric' && input.unit !== '' ? findFormulaFault({ code: input.code, unit: input.unit, formula: input.formula }, (each) => usable.get(each)) : undefined;
  return [
    ...(ownOf(all, input.regionCode) >= mostOwn ? [{ field: 'regionCode', is: 'many', names: [] } as const] : []),
    ...(named ? [{ field: 'zh', is: 'named', names: [named.code] } as const] : []), ...(input.code !== '' && known.has(input.code) ? [{ field: 'code', is: 'code', names: [] } as const] : isOwnCode(input) ? [] : [{ field: 'code', is: 'prefix', names: [prefixOf(input.regionCode)] } as const]), ...faultsOfParts(input),
    ...(await faultsOfReach(ctx, input, (code) => known.has(code))),
    ...(formula ? [{ field: 'formula', is: 'formula', fault: formula } as const] : []),
  ];
}

/** How many a region has made of its own; what is everybody's is not counted. */
const ownOf = (all: readonly Indicator[], regionCode: string) => (regionCode === '*' ? 0 : all.filter(({ definition }) => definition.regionCode === regionCode).length);

type Reach = { least?: number | null | undefined; most?: number | null | undefined; dimensions?: readonly string[] | undefined; standard?: readonly string[] | undefined; outline?: readonly string[] | undefined };

/** 界限、分组和对应关系的毛病: bounds upside down, groups nobody has, rules nobody wrote, codes nobody knows. */
export async function faultsOfReach(ctx: Ctx, { least = null, most = null, dimensions = [], standard = [], outline = [] }: Reach, isKnown: (code: string) => boolean): Promise<NewIndicatorFault[]> {
  const rules = standard.length > 0 ? new Set(rulesOf(await currentEdition(ctx)).map(({ id }) => id)) : new Set<string>();
  const groups = dimensions.length > 0 ? await dimensionsKnown(ctx) : [];
  const [noRule, noOutline, noGroup] = [standard.filter((id) => !rules.has(id)), outline.filter((each) => !isKnown(each)), dimensions.filter((each) => !groups.includes(each))];
  return [
    ...(least !== null && most !== null && least >= most ? [{ field: 'least', is: 'bounds', names: [] } as const] : []),
    ...(noGroup.length > 0 ? [{ field: 'dimensions', is: 'dimension', names: noGroup } as const] : []),
    ...(noRule.length > 0 ? [{ field: 'standard', is: 'rule', names: noRule } as const] : []), ...(noOutline.length > 0 ? [{ field: 'outline', is: 'outline', names: noOutline } as const] : []),
  ];
}

const plain = (name: string) => name.replace(/\s/g, '').toLowerCase();

/** What the code of a region's own begins with, so that it takes none of the nation's and of no other region. */
export const prefixOf = (regionCode: string): string => (regionCode === '*' ? 'N-' : `C${regionCode}-`);
const isOwnCode = ({ code, regionCode }: NewIndicatorInput) => code === '' || regionCode === '*' || code.startsWith(prefixOf(regionCode));

/** 公式里能用的: what a region may use, by its code. */
export const usableIn = (all: readonly Indicator[], regionCode: string) => new Map(all.filter(({ definition }) => isUsableIn(definition, regionCode)).map((each) => [each.code, each.definition]));

/** One name means one thing wherever both can be used. */
export const namesake = (all: readonly Indicator[], { zh, regionCode }: Pick<NewIndicatorInput, 'zh' | 'regionCode'>) => all.find(({ definition }) => plain(definition.zh) === plain(zh) && (isUsableIn(definition, regionCode) || regionCode === '*' || definition.regionCode?.startsWith(regionCode)));

type Parts = Pick<NewIndicatorInput, 'kind' | 'unit' | 'direction' | 'numeratorZh' | 'numeratorEn' | 'denominatorZh' | 'denominatorEn' | 'formula' | 'dimensions' | 'least' | 'most'>;

/** 各项之间的毛病: half of a share, a share of nothing, a milestone that counts. */
export function faultsOfParts({ kind, unit, direction, numeratorZh, numeratorEn, denominatorZh, denominatorEn, formula, dimensions, least, most }: Parts): NewIndicatorFault[] {
  const [over, under] = [numeratorZh || numeratorEn, denominatorZh || denominatorEn];
  if (kind === 'milestone') return over || under || formula !== null || dimensions.length > 0 || least !== null || most !== null ? [{ field: 'kind', is: 'milestone', names: [] }] : [];
  return [
    ...(direction === 'done' ? [{ field: 'direction', is: 'direction', names: [] } as const] : []),
    ...(Boolean(over) !== Boolean(under) ? [{ field: over ? 'denominatorZh' : 'numeratorZh', is: 'half', names: [] } as const] : []),
    ...(unit !== '' && shareUnits.includes(unit) && !over && !under && formula === null ? [{ field: 'numeratorZh', is: 'parts', names: [] } as const] : []),
  ];
}
