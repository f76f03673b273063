import { describe, expect } from 'vitest';
import { ctxOf, test, today } from '#tests/world.ts';
import { limit, sharedKey } from './limit.ts';

describe('a limit', () => {
  test('tells the next one to wait, until its time is over', async ({ db }) => {
    const ask = (now: Date) => limit(ctxOf(db, undefined, now), 'try:192.0.2.1', 2, 60);
    await ask(today);
    await ask(today);
    await expect(ask(today)).rejects.toThrow('too-many-tries');
    await ask(new Date(today.getTime() + 61_000));
  });

  test('counts all addresses of one IPv6 line as one', async ({ db }) => {
    const ask = (address: string) => limit(ctxOf(db), `try:${address}`, 1, 60);
    await ask('2001:db8:1:2:3:4:5:6');
    await expect(ask('2001:0db8:1:2::9')).rejects.toThrow('too-many-tries');
    await ask('2001:db8:1:3::9');
  });

  test('leaves every other key as it is', () => {
    for (const key of ['objection:192.0.2.1', 'upload:0198a-b', 'objection:unknown', 'plain']) expect(sharedKey(key)).toBe(key);
    expect(sharedKey('objection:::1')).toBe('objection:0:0:0:0::/64');
    expect(sharedKey('objection:2001:db8::1')).toBe('objection:2001:db8:0:0::/64');
  });
});
