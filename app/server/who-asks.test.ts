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

  it.for(['/hazards/H7K2-9QMX', '/hazards/H7K2-9QMX.data', '/hazards/repair/ABCD2345/photos/0198-id', '/child/places/told/H7K2-9QMX', '/child/works/mine/sEaLeD', '/child/said/sEaLeD/take-back'])('holds nothing that opens what a child or a neighbour said: %s', (path) => {
    expect(loggedPath(path)).toMatch(/^\/(hazards|child\/(places\/told|works\/mine|said))\/…$/);
  });

  it.for(['/hazards', '/hazards/report', '/hazards/photos/0198-id/after/0198-file', '/child/works/0198-id'])('holds what anybody may open: %s', (path) => {
    expect(loggedPath(path)).toBe(path);
  });

  it('names nobody who objects', () => {
    for (const path of ['/notices/0198-id/objection', '/notices/0198-id/objection.data', '/objections', '/objections/AAAA-BBBB-CCCC', '/child/survey', '/surveys/answer', '/surveys/answer/TYBH2468']) {
      expect([path, isUnnamed(path)]).toEqual([path, true]);
    }
    for (const path of ['/notices/0198-id', '/desk/objections', '/']) expect([path, isUnnamed(path)]).toEqual([path, false]);
  });
});
