import type { Words } from '#app/domain/city/indicators/model.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { config } from '#app/platform/config.ts';

/** 使用条件 of open figures, in both languages; a demonstration says that its figures are invented. */
export function termsOfUse(): Words {
  const said = (locale: 'zh-CN' | 'en', between: string) => [statisticsDatabaseWords[locale].license, ...(config().DEMO === 'yes' ? [statisticsDatabaseWords[locale].demo] : [])].join(between);
  return { zh: said('zh-CN', ''), en: said('en', ' ') };
}
