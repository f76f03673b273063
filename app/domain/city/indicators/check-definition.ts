import type { Ctx } from '#app/platform/ctx.ts';
import { faultsOfReach, type NewIndicatorFault, usableIn } from './check-new-indicator.ts';
import { findFormulaFault } from './find-formula-fault.ts';
import type { DefinitionInput } from './input.ts';
import { getIndicator, indicatorsByCode } from './read.ts';

/** 核对修改: what is wrong with a new version of an indicator, all at once, each at its field. */
export async function checkDefinition(ctx: Ctx, code: string, input: DefinitionInput): Promise<NewIndicatorFault[]> {
  const { definition } = await getIndicator(ctx, code);
  const known = await indicatorsByCode(ctx);
  const usable = usableIn([...known.values()], definition.regionCode ?? '*');
  const fault = input.formula === null ? undefined : findFormulaFault({ code, unit: definition.unit, formula: input.formula }, (each) => usable.get(each));
  const { least = definition.least, most = definition.most, standard, outline } = input;
  const reach = await faultsOfReach(ctx, { least, most, standard, outline }, (each) => known.has(each));
  return [...(fault ? [{ field: 'formula', is: 'formula', fault } as const] : []), ...reach];
}
