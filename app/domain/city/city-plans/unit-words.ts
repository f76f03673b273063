import type { Unit } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';

const words: Record<Unit, RegExp> = {
  milestone: /^(是否|里程碑|项|件|个|-|—|\/|milestone)$/, count: /^(个|项|处|所|条|场|期|座|套|种|类|家|次|count|number)$/, persons: /^(人|名|位|persons?|people)$/, 'person-times': /^(人次|attendances|person-times)$/, households: /^(户|households?)$/,
  schools: /^(所|个|schools?)$/, classes: /^(个|班|个班|classes)$/, days: /^(天|日|days?)$/, '10k-items': /^(万条|万件|10k-items)$/, percent: /^(%|百分比|百分点|percent|percent%)$/, permille: /^(‰|千分比|permille)$/, 'per-1000': /^(个|张|名|每千人|个\/千人|个每千人|张\/千人|托位\/千人|人\/千人|名\/千人|平方米|per-?1,?000)/,
};

/** 单位对不对: whether what stands under 单位 is what the indicator is counted in. */
export function unitFits(said: string, unit: Unit): boolean {
  const plain = said.replaceAll('％', '%').replace(/[（()）\s]/g, '').toLowerCase();
  const ours = (['zh-CN', 'en'] as const).map((locale) => cityWords[locale].units[unit].replace(/\s/g, '').toLowerCase());
  return plain === unit || ours.includes(plain) || words[unit].test(plain);
}
