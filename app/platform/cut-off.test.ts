import { describe, expect, test } from 'vitest';
import { isCutOff, orCutOff } from './cut-off.ts';

describe('what is sent while the network is gone', () => {
  test('comes back as a refusal that reads nothing anew; every other answer goes through as it is', async () => {
    expect(await orCutOff(() => Promise.reject(new TypeError('Failed to fetch')))).toMatchObject({ data: { refusal: 'cut-off' }, init: { status: 503 } });
    expect([{ refusal: 'cut-off' }, { refusal: 'changed-meanwhile' }, undefined].map(isCutOff)).toEqual([true, false, false]);
    expect(await orCutOff(() => Promise.resolve('saved'))).toBe('saved');
    const away = Response.redirect('https://tongyou.example/desk');
    await expect(orCutOff(() => Promise.reject(away))).rejects.toBe(away);
  });
});
