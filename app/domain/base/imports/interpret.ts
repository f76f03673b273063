import type { z } from 'zod';
import type { Locale } from '#app/platform/ctx.ts';
import type { ImportColumn, Kind } from './kind.ts';
import type { Given } from './model.ts';

export type Wrong = { column: string; code: string; figures?: string[] };
export type Interpreted = { input: unknown; wrong?: undefined } | { input?: undefined; wrong: Wrong[] };

/** 解读一行: choices by their words in either language, then the schema of the verb; every fault with its column. */
export function interpret(kind: Kind, given: Given): Interpreted {
  const wrong: Wrong[] = [];
  const coded: Record<string, unknown> = {};
  for (const column of kind.columns) {
    const text = given[column.name] ?? '';
    if (text === '' && column.isRequired) wrong.push({ column: column.name, code: 'required' });
    else if (text.length > column.most) wrong.push({ column: column.name, code: 'too-long', figures: [String(column.most)] });
    else if (column.choices && text !== '') {
      const chosen = choose(kind, column, text);
      if ('unknown' in chosen) wrong.push({ column: column.name, code: 'option', figures: [chosen.unknown] });
      else coded[column.name] = chosen.codes;
    } else coded[column.name] = text;
  }
  if (wrong.length > 0) return { wrong };
  const parsed = kind.input.safeParse(coded);
  if (parsed.success) return { input: parsed.data };
  return { wrong: parsed.error.issues.map((issue) => wrongOf(issue, given)) };
}

function choose(kind: Kind, { name, choices = [], isMany }: ImportColumn, text: string): { codes: string | string[] } | { unknown: string } {
  const codeOf = (word: string) => choices.find((code) => code === word || (['zh-CN', 'en'] as const).some((locale) => kind.words(locale).choices[name]?.[code]?.toLowerCase() === word.toLowerCase()));
  const words = isMany ? text.split(/[、,，;；\n]/).map((word) => word.trim()).filter(Boolean) : [text];
  const unknown = words.find((word) => codeOf(word) === undefined);
  if (unknown !== undefined) return { unknown };
  const codes = words.map((word) => codeOf(word)!);
  return { codes: isMany ? codes : codes[0]! };
}

/** 用读者的话: what a row says, its choices in the language of whoever reads. */
export function inWords(kind: Kind, given: Given, locale: Locale): Given {
  const { choices } = kind.words(locale);
  return Object.fromEntries(Object.entries(given).map(([name, text]) => {
    const column = kind.columns.find((one) => one.name === name && one.choices);
    const chosen = column && text !== '' ? choose(kind, column, text) : undefined;
    if (!chosen || 'unknown' in chosen) return [name, text];
    return [name, [chosen.codes].flat().map((code) => choices[name]?.[code] ?? code).join(locale === 'en' ? ', ' : '、')];
  }));
}

const named = ['credit-code', 'region-code', 'contact', 'mobile-number', 'phone-number'];

function wrongOf(issue: z.core.$ZodIssue, given: Given): Wrong {
  const column = String(issue.path[0] ?? '');
  const text = given[column] ?? '';
  if (text === '') return { column, code: 'required' };
  if (named.includes(issue.message)) return { column, code: issue.message, figures: [text] };
  if (issue.code === 'too_small') return { column, code: 'too-short', figures: [String(issue.minimum)] };
  if (issue.code === 'too_big') return { column, code: 'too-long', figures: [String(issue.maximum)] };
  return { column, code: 'format', figures: [text] };
}
