import type { Look, Question } from '#app/domain/city/statistics-database/input.ts';

export type Asked = Question & Look;

const usual: Partial<Record<keyof Asked, string>> = { r: '*', scope: 'self', span: 'year', group: 'none', rows: 'region', cols: 'period', chart: 'auto', q: '', owner: '' };
const order = ['i', 'r', 'scope', 'from', 'to', 'span', 'group', 'rows', 'cols', 'chart', 'q', 'owner'] as const;

/** 问题的网址: every part that is not the usual one, always in the same order. */
export function partsOf(asked: Asked, changed: Partial<Asked> = {}): string {
  const all = { ...asked, ...changed };
  const given = order.flatMap((name) => {
    const value = name === 'i' ? all.i.join(',') : String(all[name] ?? '');
    return value === '' || value === usual[name] ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%2A', '*')}`];
  });
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

export const addressOf = (asked: Asked, changed: Partial<Asked> = {}): string => `/statistics-database${partsOf(asked, changed)}`;
/** The same question as a file or another door; how it is laid out is no part of it. */
export const dataAddressOf = (door: string, asked: Asked): string => `${door}${partsOf(asked, { rows: 'region', cols: 'period', chart: 'auto', q: '', owner: '' })}`;
