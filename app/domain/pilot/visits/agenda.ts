import { type Edition, inLanguage } from '#app/domain/base/standard/model.ts';
import type { Locale } from '#app/platform/ctx.ts';
import type { AgendaItem } from './model.ts';

const hours = ['09:00', '10:00', '11:00', '14:00', '15:00', '16:00', '16:30'];

/** 通常议程: one item for each section of the standard, with its rules, through one day; the office changes it as it likes. */
export function usualAgenda(edition: Edition, locale: Locale): AgendaItem[] {
  return edition.sections.map((section, place) => ({
    id: `a${place + 1}`, at: hours[place] ?? '', title: inLanguage(section, locale), ruleIds: section.norms.flatMap((norm) => norm.rules.map(({ id }) => id)),
  }));
}

/** The agenda as lines to be edited: “09:00 查看儿童之家 A1.1 B2.3”. */
export function agendaLines(agenda: readonly AgendaItem[]): string {
  return agenda.map(({ at, title, ruleIds }) => [at, title, ...ruleIds].filter(Boolean).join(' ')).join('\n');
}

/** The lines back as an agenda; a word that is the id of a rule at the end of a line is one. Items keep their ids by their place. */
export function readAgenda(text: string, ruleIds: ReadonlySet<string>): AgendaItem[] {
  return text.split('\n').map((line) => line.trim()).filter(Boolean).slice(0, 40).map((line, place) => {
    const words = line.split(/\s+/);
    const at = /^([01]?\d|2[0-3])[:：][0-5]\d$/.test(words[0] ?? '') ? words.shift()!.replace('：', ':') : '';
    const rules: string[] = [];
    while (words.length > 1 && ruleIds.has(words.at(-1)!)) rules.unshift(words.pop()!);
    return { id: `a${place + 1}`, at, title: words.join(' ').slice(0, 200), ruleIds: rules };
  });
}
