import { describe, expect, test } from 'vitest';
import { likeness, similarTo } from './alike.ts';
import { levelAfter } from './escalate.ts';
import { type LundyFacts, lundyOf } from './lundy.ts';
import { calledBy, canMove, isLate, isParticipation, nextDue, publicShare } from './model.ts';
import { newPlate, platesTyped, tidyPlate } from './plate.ts';
import { plateReading } from './plate-reading.ts';
import { plateWords } from './plate-words.ts';

describe('a plate', () => {
  test('is three of 256 words and a number, so that a guess finds one in a thousand million', () => {
    expect(new Set(plateWords).size).toBe(256);
    expect(plateWords.every((word) => [...word].length === 2)).toBe(true);
    const plates = Array.from({ length: 200 }, newPlate);
    expect(new Set(plates).size).toBe(200);
    expect(plates.map(tidyPlate)).toEqual(plates);
  });

  test.for(['风筝·海豚·云朵·27', '风筝 海豚 云朵 27', '风筝，海豚，云朵２７', '风筝海豚云朵27', ' 风筝・海豚・云朵・27 '])('is read as a child writes it: %s', (written) => {
    expect(tidyPlate(written)).toBe('风筝·海豚·云朵·27');
  });

  test.for(['', '风筝·海豚·27', '风筝·海豚·云朵·1', '风筝·海豚·坏人·27', '风筝·海豚·云朵·270', "' or 1=1"])('is nothing else: %s', (written) => {
    expect(tidyPlate(written)).toBeUndefined();
  });
});

describe('a plate in letters', () => {
  test('is shown as it is read, with the marks of the tones or without', () => {
    expect([plateReading('风筝·海豚·云朵·27', 'with-tones'), plateReading('风筝·海豚·云朵·27')]).toEqual(['fēng zheng · hǎi tún · yún duǒ · 27', 'feng zheng · hai tun · yun duo · 27']);
  });

  test.for(['feng zheng hai tun yun duo 27', 'Fengzheng·haitun·yunduo·27', 'fēng zheng · hǎi tún · yún duǒ · 27', 'fengzhenghaitunyunduo27'])('opens what the signs open: %s', (written) => {
    expect(platesTyped(written)).toEqual(['风筝·海豚·云朵·27']);
  });

  test('may be one of several where two words sound alike, and leads to each of them', () => {
    expect(platesTyped('songshu haitun yunduo 27').toSorted()).toEqual(['松树·海豚·云朵·27', '松鼠·海豚·云朵·27'].toSorted());
    for (const plate of Array.from({ length: 300 }, newPlate)) expect(platesTyped(plateReading(plate))).toContain(plate);
  });

  test.for(['', 'haitun yunduo 27', 'fengzheng haitun yunduo 1', 'feng zheng hai tun huai ren 27'])('is nothing else: %s', (written) => {
    expect(platesTyped(written)).toEqual([]);
  });
});

describe('the promise clock', () => {
  const matter = { state: 'received', seenDueOn: '2026-09-04', answerDueOn: '2026-09-15', taskDueOn: null } as const;

  test('points at the step that comes next', () => {
    expect([nextDue(matter), nextDue({ ...matter, state: 'seen' }), nextDue({ ...matter, state: 'adopted', taskDueOn: '2026-10-09' }), nextDue({ ...matter, state: 'done' })]).toEqual(['2026-09-04', '2026-09-15', '2026-10-09', null]);
    expect([isLate(matter, '2026-09-04'), isLate(matter, '2026-09-05')]).toEqual([false, true]);
  });

  test('carries a late one up by working days', () => {
    const clock = { streetDays: 3, cityDays: 8 };
    expect([1, 3, 8].map((days) => levelAfter(days, clock))).toEqual(['place', 'street', 'city']);
  });

  test('opens a settled matter again and never a merged one', () => {
    expect([canMove('done', 'seen'), canMove('not-adopted', 'seen'), canMove('merged', 'seen'), canMove('received', 'done')]).toEqual([true, true, false, false]);
  });
});

describe('what children read and others count', () => {
  test.for([['王芳', '王老师'], ['欧阳小雨', '欧阳老师'], ['Mary Chen', 'Chen']])('a grown-up is called by the surname: %s', ([name, called]) => {
    expect(calledBy(name!)).toBe(called);
  });

  test('a share rests on five or more', () => {
    expect([publicShare(2, 4), publicShare(4, 5), publicShare(0, 0)]).toEqual([null, 80, null]);
  });

  test('the lowest three rungs are no participation', () => {
    expect([1, 3, 4, 8].map(isParticipation)).toEqual([false, false, true, true]);
  });

  test('words that speak of the same are found, others are not', () => {
    const light = { topic: 'way-to-school', text: '路口的绿灯太短了，奶奶走到一半就变红了' };
    const same = { topic: 'way-to-school', text: '绿灯太短了，我走到一半就变红' };
    const other = { topic: 'play', text: '想要一个新的滑梯' };
    expect(likeness(light.text, light.text)).toBe(1);
    expect(similarTo(light, [other, same])).toEqual([same]);
  });
});

describe("Lundy's four parts", () => {
  const facts: LundyFacts = { state: 'received', ownWay: true, manners: 1, changedUnasked: false, seenOn: null, seenDueOn: '2026-09-04', answeredOn: null, hasReason: false, understandings: [] };

  test('space and voice are there at once, audience and influence when adults act', () => {
    expect(lundyOf(facts)).toEqual({ space: 'yes', voice: 'yes', audience: 'not-yet', influence: 'not-yet' });
    expect(lundyOf({ ...facts, state: 'seen', seenOn: '2026-09-07' })).toMatchObject({ audience: 'partly' });
    const answered = { ...facts, state: 'adopted', seenOn: '2026-09-02', answeredOn: '2026-09-03', hasReason: true } as const;
    expect(lundyOf(answered)).toMatchObject({ audience: 'yes', influence: 'partly' });
    expect(lundyOf({ ...answered, state: 'done' })).toEqual({ space: 'yes', voice: 'yes', audience: 'yes', influence: 'yes' });
    expect(lundyOf({ ...answered, state: 'done', understandings: ['not-understood'] })).toMatchObject({ influence: 'partly' });
  });

  test('words on paper by another, and words changed unasked, are half', () => {
    expect(lundyOf({ ...facts, ownWay: false, changedUnasked: true })).toMatchObject({ space: 'partly', voice: 'partly' });
    expect(lundyOf({ ...facts, manners: 0 })).toMatchObject({ voice: 'not-yet' });
  });
});
