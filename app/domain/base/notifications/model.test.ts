import { describe, expect, test } from 'vitest';
import { messageKinds } from '#app/domain/base/inbox/model.ts';
import { builtInTexts, openTexts } from '#app/i18n/notifications.ts';
import { locales } from '#app/platform/ctx.ts';
import { fillIn, letterKinds, masked, usual } from './model.ts';
import { placeholdersOf, wrongPlaceholders } from './placeholders.ts';
import { afterQuiet, nextTry, waysFor, whenFor } from './timing.ts';

const at = (beijing: string) => new Date(`${beijing}:00+08:00`);
const night = { quietFrom: '22:00', quietTo: '08:00' };

describe('quiet hours', () => {
  test('over midnight hold a letter until the morning, in Beijing', () => {
    expect(afterQuiet(at('2026-09-01T21:59'), night)).toEqual(at('2026-09-01T21:59'));
    expect(afterQuiet(at('2026-09-01T22:00'), night)).toEqual(at('2026-09-02T08:00'));
    expect(afterQuiet(at('2026-09-01T07:59'), night)).toEqual(at('2026-09-01T08:00'));
    expect(afterQuiet(at('2026-09-01T08:00'), night)).toEqual(at('2026-09-01T08:00'));
    expect(afterQuiet(at('2026-12-31T23:30'), night)).toEqual(at('2027-01-01T08:00'));
  });

  test('may lie within a day, or not be at all', () => {
    expect(afterQuiet(at('2026-09-01T13:00'), { quietFrom: '12:00', quietTo: '14:30' })).toEqual(at('2026-09-01T14:30'));
    expect(afterQuiet(at('2026-09-01T23:00'), { quietFrom: '00:00', quietTo: '00:00' })).toEqual(at('2026-09-01T23:00'));
  });

  test('let urgent letters pass, and summaries hold what can wait', () => {
    const late = at('2026-09-01T23:00');
    expect(whenFor({ topic: 'deadlines', isUrgent: true }, 'sms', usual, late)).toEqual(late);
    expect(whenFor({ topic: 'deadlines' }, 'sms', usual, late)).toEqual(at('2026-09-02T08:00'));
    expect(whenFor({ topic: 'progress' }, 'email', { ...usual, digest: 'daily' }, late)).toBe('held');
    expect(whenFor({ topic: 'progress' }, 'wechat', { ...usual, digest: 'daily' }, late)).toEqual(at('2026-09-02T08:00'));
    expect(whenFor({ topic: 'deadlines' }, 'email', { ...usual, digest: 'weekly' }, at('2026-09-01T10:00'))).toEqual(at('2026-09-01T10:00'));
  });
});

describe('the ways a letter takes', () => {
  test('are those chosen, but what must reach a person always has one', () => {
    expect(waysFor('deadlines', usual, ['email', 'sms'])).toEqual(['email', 'sms']);
    expect(waysFor('progress', { ...usual, choices: {} }, ['email'])).toEqual([]);
    expect(waysFor('deadlines', { ...usual, choices: {} }, ['sms', 'wechat'])).toEqual(['sms']);
    expect(waysFor('deadlines', { ...usual, choices: { deadlines: ['email'] } }, ['wechat'])).toEqual(['wechat']);
    expect(waysFor('deadlines', usual, [])).toEqual([]);
  });

  test('are tried again after growing pauses, out of the quiet hours, and then no more', () => {
    const now = at('2026-09-01T10:00');
    const pauses = [1, 2, 3, 4, 5, 6].map((attempts) => nextTry(attempts, now, usual, false));
    expect(pauses.map((next) => next && (next.getTime() - now.getTime()) / 60_000)).toEqual([0.5, 2, 10, 60, 360, undefined]);
    expect(nextTry(4, at('2026-09-01T21:30'), usual, false)).toEqual(at('2026-09-02T08:00'));
    expect(nextTry(4, at('2026-09-01T21:30'), usual, true)).toEqual(at('2026-09-01T22:30'));
  });
});

describe('the words of a letter', () => {
  test('every message has a rule, and its built-in sentence names just its placeholders', () => {
    expect(letterKinds.toSorted()).toEqual([...messageKinds, 'digest', 'contact-code'].toSorted());
    const translated = ['export-ready', 'export-refused', 'import-done', 'import-undone'];
    for (const locale of locales) {
      for (const kind of letterKinds.filter((each) => !translated.includes(each))) {
        const { body, short } = openTexts(kind, locale);
        expect(wrongPlaceholders(body, kind)).toEqual([]);
        const named = new Set([...`${body}${short}`.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
        expect([...named].toSorted()).toEqual([...placeholdersOf(kind)].toSorted());
        expect(body).not.toContain('undefined');
      }
    }
  });

  test('a value is filled in once and never read for placeholders', () => {
    expect(fillIn('{unit}：{number} {constructor}', { unit: '{number}', number: 'A1' })).toBe('{number}：A1 {constructor}');
    expect(wrongPlaceholders('{unit} {day} {wrong} {', 'application-complete')).toEqual(['day', 'wrong', '{ }']);
  });

  test('a subject is one short line', () => {
    const { subject } = builtInTexts('organisation-rejected', { name: '长'.repeat(80), note: '', person: '', link: '' }, 'zh-CN');
    expect([...subject].length).toBeLessThan(70);
  });

  test('an address is shown in part', () => {
    expect(masked('jiahe@example.cn')).toBe('j***@example.cn');
    expect(masked('13812345678')).toBe('138****5678');
    expect(masked('abc')).toBe('a***');
  });
});
