import { describe, expect, it } from 'vitest';
import { isUnnamed, loggedPath } from './who-asks.ts';

describe('the log', () => {
  it('AS-03: holds no token of an invitation and no code of an objection', () => {
    expect(loggedPath('/account/invitation/sEcReT')).toBe('/account/invitation/…');
    expect(loggedPath('/account/invitation/sEcReT.data')).toBe('/account/invitation/…');
    expect(loggedPath('/objections/AAAA-BBBB-CCCC')).toBe('/objections/…');
    expect(loggedPath('/surveys/answer/TYBH2468')).toBe('/surveys/answer/…');
    expect(loggedPath('/desk/objections/0198-id')).toBe('/desk/objections/0198-id');
    expect(loggedPath('/account/sessions')).toBe('/account/sessions');
  });

  it('names nobody who objects', () => {
    for (const path of ['/notices/0198-id/objection', '/notices/0198-id/objection.data', '/objections', '/objections/AAAA-BBBB-CCCC', '/child/survey', '/surveys/answer', '/surveys/answer/TYBH2468']) {
      expect([path, isUnnamed(path)]).toEqual([path, true]);
    }
    for (const path of ['/notices/0198-id', '/desk/objections', '/']) expect([path, isUnnamed(path)]).toEqual([path, false]);
  });
});
