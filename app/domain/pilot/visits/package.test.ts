import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { type Arrival, conflictsFor, type Field, hashOf, isContested, mergeFields, partsOf, signedContent, valueOf, wordsOn } from './package.ts';

const path = 'level:A1.1';

function arrival(deviceId: string, seq: number, value: unknown, baseRevision = 0, on: string = path): Arrival {
  return { path: on, value, baseRevision, seq, deviceId, byName: deviceId, deviceAt: '2026-09-01T02:00:00Z', serverAt: '2026-09-01T03:00:00Z' };
}

/** What counts of a record, whoever came first: each device's word on each path. */
const said = (fields: readonly Field[]) =>
  canonicalJson(fields.map((field) => [field.path, field.versions.map(({ deviceId, seq, value }) => [deviceId, seq, value]).toSorted()]).toSorted());

/** A small generator with a seed, so that a failure comes again. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const paths = ['level:A1.1', 'note:A1.1', 'overall:visit'];

/** One phone's day: it read the record once and then wrote without a network. */
function dayOf(deviceId: string, server: readonly Field[], roll: (sides: number) => number): Arrival[] {
  return Array.from({ length: roll(5) }, (_, place) => {
    const on = paths[roll(paths.length)]!;
    return arrival(deviceId, place + 1, ['met', 'partly', null][roll(3)], server.find((field) => field.path === on)?.revision ?? 0, on);
  });
}

/** The last word of each device on each path. */
const lastWords = (entries: readonly Arrival[]) => [...new Map(entries.map((one) => [`${one.deviceId} ${one.path}`, one])).values()];

describe('merging what phones bring back', () => {
  test('takes a word on what was seen, and keeps what was not seen beside it', () => {
    const first = mergeFields([], [arrival('a', 1, 'met')]);
    const seen = mergeFields(first, [arrival('b', 1, 'partly', 1)]);
    expect(valueOf(seen, path)).toBe('partly');
    const unseen = mergeFields(first, [arrival('b', 1, 'partly', 0)]);
    expect(wordsOn(unseen[0]!).map(({ value }) => value)).toEqual(['partly', 'met']);
    expect(valueOf(unseen, path)).toBeUndefined();
    expect(conflictsFor(unseen, 'a')).toMatchObject([{ path, ours: { value: 'met' }, theirs: [{ value: 'partly' }] }]);
    expect(conflictsFor(unseen, 'c')).toMatchObject([{ ours: null, theirs: [{ value: 'partly' }, { value: 'met' }] }]);
  });

  test('is no conflict when both say the same, and one again when the first changes their mind', () => {
    const same = mergeFields([], [arrival('a', 1, 'met'), arrival('b', 1, 'met')]);
    expect(isContested(same[0]!)).toBe(false);
    expect(isContested(mergeFields(same, [arrival('a', 2, 'not-met')])[0]!)).toBe(true);
  });

  test('lets whoever saw both settle it, and nobody settle what they have not seen', () => {
    const both = mergeFields([], [arrival('a', 1, 'met'), arrival('b', 1, 'partly')]);
    expect(valueOf(mergeFields(both, [arrival('desk', 1, 'partly', 2)]), path)).toBe('partly');
    expect(mergeFields(both, [arrival('c', 1, 'not-met', 99)])[0]!.versions).toHaveLength(3);
  });

  test('commutes and loses nothing, whichever of three phones comes first, in one piece or in many, once or twice', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const roll = dice(seed);
      const server = mergeFields([], dayOf('before', [], roll));
      const days = ['a', 'b', 'c'].map((deviceId) => dayOf(deviceId, server, roll));
      const straight = days.reduce<Field[]>((fields, day) => mergeFields(fields, day), server);
      const turned = days.toReversed().reduce<Field[]>((fields, day) => mergeFields(fields, day), server);
      const shuffled = days.flat().toSorted((x, y) => x.deviceId.localeCompare(y.deviceId) * (seed % 2 ? 1 : -1)).reduce<Field[]>((fields, one) => mergeFields(fields, [one]), server);
      const doubled = [...days, ...days].reduce<Field[]>((fields, day) => mergeFields(fields, day), server);
      for (const other of [turned, shuffled, doubled]) expect(said(other), `seed ${seed}`).toBe(said(straight));
      for (const word of lastWords(days.flat())) {
        const field = straight.find((one) => one.path === word.path)!;
        expect(field.versions, `seed ${seed}`).toContainEqual(expect.objectContaining({ deviceId: word.deviceId, seq: word.seq, value: word.value }));
      }
    }
  });

  test('lets nobody dispute that the visit has begun: the first to say so is right', () => {
    const began = (at: string) => ({ at, place: null });
    const fields = mergeFields([], [arrival('a', 1, began('2026-09-01T02:10:00Z'), 0, 'began:visit'), arrival('b', 1, began('2026-09-01T02:00:00Z'), 0, 'began:visit')]);
    expect(isContested(fields[0]!)).toBe(false);
    expect(valueOf(fields, 'began:visit')).toEqual(began('2026-09-01T02:00:00Z'));
  });
});

describe('what is signed', () => {
  test('is everything but the signatures, the same whichever phone came first, and nothing while something is contested', async () => {
    const entries = [arrival('a', 1, 'met'), arrival('b', 1, '干净', 0, 'note:A1.1'), arrival('b', 2, null, 0, 'photo:1')];
    const [one, other] = [mergeFields([], entries), mergeFields([], entries.toReversed())];
    expect(signedContent('v', one)).toBe('{"fields":[["level:A1.1","met"],["note:A1.1","干净"]],"visitId":"v"}');
    expect(await hashOf(signedContent('v', other)!)).toBe(await hashOf(signedContent('v', one)!));
    expect(signedContent('v', mergeFields(one, [arrival('a', 9, { name: '王' }, 0, 'signature:expert')]))).toBe(signedContent('v', one));
    expect(signedContent('v', mergeFields(one, [arrival('c', 1, 'partly')]))).toBeUndefined();
  });

  test('is read from paths that are paths', () => {
    expect(partsOf('level:A1.1')).toEqual({ kind: 'level', id: 'A1.1' });
    for (const path of ['level', 'level:', 'secret:a', 'level:a b', 'level:../x', 'LEVEL:a', `note:${'a'.repeat(80)}`]) expect(partsOf(path)).toBeUndefined();
  });
});
