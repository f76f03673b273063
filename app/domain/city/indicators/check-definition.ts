import type { Ctx } from '#app/platform/ctx.ts';
import { faultsOfParts, faultsOfReach, namesake, type NewIndicatorFault, usableIn } from './check-new-indicator.ts';
import { findFormulaFault } from './find-formula-fault.ts';
import type { DefinitionInput } from './input.ts';
import { getIndicator, indicatorsByCode } from './read.ts';

/** 核对修改: what is wrong with a new version of an indicator, all at once, each at its field. */
export async function checkDefinition(ctx: Ctx, code: string, input: DefinitionInput): Promise<NewIndicatorFault[]> {
  const { id, definition } = await getIndicator(ctx, code);
  const known = await indicatorsByCode(ctx);
  const regionCode = definition.regionCode ?? '*';
  const usable = usableIn([...known.values()], regionCode);
  const named = input.zh === definition.zh ? undefined : namesake([...known.values()].filter((each) => each.id !== id), { zh: input.zh, regionCode });
  const fault = input.formula === null ? undefined : findFormulaFault({ code, unit: definition.unit, formula: input.formula }, (each) => usable.get(each));
  const { least = definition.least, most = definition.most, standard, outline } = input;
  const dimensions = input.dimensions ?? definition.dimensions;
  const reach = await faultsOfReach(ctx, { least, most, dimensions: dimensions.filter((each) => !definition.dimensions.includes(each)), standard, outline }, (each) => known.has(each));
  const { kind, unit } = definition;
  // A share that came with the file may say nothing of its parts; one that says them goes on to.
  const hadParts = definition.numerator !== null;
  const parts = faultsOfParts({ ...input, kind, unit, dimensions, least: null, most: null }).filter(({ is }) => is !== 'parts' || hadParts);
  return [...(named ? [{ field: 'zh', is: 'named', names: [named.code] } as const] : []), ...parts, ...(fault ? [{ field: 'formula', is: 'formula', fault } as const] : []), ...reach];
}
