import type { Unit } from '#app/domain/city/indicators/model.ts';
import type { cityWords } from '#app/i18n/city.ts';
import type { Locale } from '#app/platform/ctx.ts';
import type { Target } from './model.ts';

type W = (typeof cityWords)['zh-CN'];

const formats = { 'zh-CN': new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }), en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }) };

/** 数: without needless noughts; thousands apart. */
export function figure(value: number, locale: Locale): string {
  return formats[locale].format(value);
}

/** A figure with its unit: 95%, 4.08 (per 1,000), 200 户. */
export function withUnit(value: number, unit: Unit, words: W, locale: Locale): string {
  const sign = (value === 1 && words.unitOne[unit]) || words.units[unit];
  const said = figure(value, locale);
  if (words.unitFirst[unit]) return `${words.unitFirst[unit]} ${said}`;
  if (unit === 'percent' || unit === 'permille') return `${said}${sign}`;
  return sign ? `${said} ${sign}` : said;
}

/** 目标 in words: 不低于 95%. */
export function targetWords({ op, value, max }: Pick<Target, 'op' | 'value'> & { max?: number | null | undefined }, unit: Unit, words: W, locale: Locale): string {
  const before = words.unitFirst[unit];
  if (before) return `${before}${words.target[op](op === 'range' ? `${figure(value, locale)}–${figure(max ?? value, locale)}` : figure(value, locale))}`;
  const said = op === 'range' ? `${figure(value, locale)}–${withUnit(max ?? value, unit, words, locale)}` : withUnit(value, unit, words, locale);
  return words.target[op](said);
}

/** 来源 as people know it. */
export const sourceWords = (source: string, words: W): string => sourcesWords([source], words).join(words.sourcesApart);

/** 几个来源, each said once; the sites on which one report was read in reprints stand together. */
export function sourcesWords(sources: readonly string[], words: W): string[] {
  const each = [...new Set(sources.flatMap((source) => (/^https?:/.test(source) ? source.split(' ; ') : [source])))];
  const sites = [...new Set(each.map(siteOf).filter((site) => reprints.has(site)))];
  return [...new Set(each.map((one) => words.sources[one] ?? (/^https?:/.test(one) ? pageWords(siteOf(one), sites, words) : one)))];
}

/** 转载统计监测报告的网页: pages on which the yearly monitoring report of the National Bureau of Statistics was read (see data/indicators.json). */
const reprints: ReadonlySet<string> = new Set(['843eoz.cn', 'fmstrip.com', 'gekoprint.com', 'jisuxw.com', 'm.neamco.com', 'qiqisee.com']);

const siteOf = (address: string): string => URL.parse(address)?.hostname.replace(/^www\./, '') ?? address;

/** A page on the web: the office whose site it is; whose report was read in a reprint there; else that nobody knows who published it first. */
function pageWords(site: string, reprinted: readonly string[], words: W): string {
  if (site === 'stats.gov.cn') return words.sources['stats.gov.cn']!;
  if (reprints.has(site)) return words.reprint(words.sources.nbs!, reprinted);
  return site.endsWith('.gov.cn') || site === 'gov.cn' ? site : words.webPage(site);
}
