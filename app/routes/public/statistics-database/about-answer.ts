import type { Answer } from '#app/domain/city/statistics-database/answer-question.ts';
import { cityWords } from '#app/i18n/city.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { most } from '#app/domain/city/statistics-database/model.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { told } from '../plans/words.ts';
import { termsOfUse } from '../terms-of-use.ts';
import { captionOf } from './caption.ts';
import { addressOf, type Asked } from './links.ts';

/** 文件的说明: what the figures are, where they were taken and when, how their signs are read, on which terms they may be used. */
export function aboutAnswer({ locale, now }: Ctx, answer: Answer, asked: Asked): [name: string, text: string][] {
  const { title, about, legend, files } = statisticsDatabaseWords[locale];
  const { units, accumulations, frequencies, definition: partsOf } = cityWords[locale];
  const address = addressOf({ ...asked, from: answer.from, to: answer.to, q: '', owner: '' });
  return [
    [about.title, `${title} · ${captionOf(answer, locale)}`],
    [about.address, `${config().PUBLIC_URL?.replace(/\/$/, '') ?? ''}${address}`],
    [about.taken, about.beijing(beijingTime(now))],
    ...answer.indicators.map(({ code, definition }): [string, string] => [
      `${about.indicator} ${code}`,
      [told(definition, locale), units[definition.unit], accumulations[definition.accumulation], frequencies[definition.frequency], definition.numerator && definition.denominator ? partsOf(told(definition.numerator, locale), told(definition.denominator, locale)) : '', told(definition.note, locale)].filter(Boolean).join(' · '),
    ]),
    [about.value, about.valueText],
    [about.missing, about.missingText],
    [about.hidden, legend.hidden],
    ...(answer.next === null ? [] : [[about.cut, files.cut(most.fileRows)] as [string, string]]),
    [about.license, told(termsOfUse(), locale)],
  ];
}
