import { describe, expect, test } from 'vitest';
import type { Hours } from '#app/domain/service/spaces/hours.ts';
import { childPlacesWords } from '#app/i18n/child-places.ts';
import { childHours } from './child-hours.ts';

const open = (workdays: Hours['workdays'], daysOff: Hours['daysOff'], holidays: Hours['holidays']): Hours => ({ workdays, daysOff, holidays, note: '' });
const day: Hours['workdays'] = [['09:00', '18:00']];
const always: Hours['workdays'] = [['00:00', '24:00']];
const said = (hours: Hours, locale: 'zh-CN' | 'en' = 'zh-CN') => childHours(hours, childPlacesWords[locale].hours);

describe('the hours as a child reads them', () => {
  test('are said once where all days are alike', () => {
    expect(said(open(day, day, day))).toEqual(['每天：09:00–18:00']);
    expect(said(open(always, always, always))).toEqual(['每天：全天']);
    expect(said(open([], [], []))).toEqual(['现在都不开']);
  });

  test('say apart what is apart, and nothing of days on which it never opens', () => {
    expect(said(open(day, day, []))).toEqual(['平常每天：09:00–18:00', '过节不开']);
    expect(said(open([], [['08:00', '11:00'], ['14:00', '17:00']], []))).toEqual(['周六周日：08:00–11:00，14:00–17:00']);
    expect(said(open(day, [], day), 'en')).toEqual(['Monday to Friday: 09:00–18:00', 'Public holidays: 09:00–18:00']);
  });
});
