import type { NewIndicatorFault } from '#app/domain/city/indicators/check-new-indicator.ts';
import { mostOwn } from '#app/domain/city/indicators/model.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { sayFormula } from './say-formula.ts';

/** 每处毛病的一句话, at its field. */
export function saysWrong(faults: readonly NewIndicatorFault[], locale: Locale): Record<string, string[]> {
  const { wrong } = newIndicatorWords[locale];
  const fields: Record<string, string[]> = {};
  for (const each of faults) (fields[each.field] ??= []).push(each.is === 'formula' ? sayFormula(each.fault, locale) : sentence(each));
  return fields;

  function sentence({ is, names }: Exclude<NewIndicatorFault, { is: 'formula' }>): string {
    if (is === 'named' || is === 'prefix') return wrong[is](names[0]!);
    if (is === 'many') return wrong.many(mostOwn);
    return is === 'rule' || is === 'dimension' || is === 'outline' ? wrong[is](names) : wrong[is];
  }
}
