import { describe, expect, test } from 'vitest';
import { closeKey, closeNewKey, fingerprint, newSalt, open, openKey, rounds, seal } from './safe.ts';
import { isWeakPin } from './unlock.ts';

const isClosed = { name: 'OperationError' };

describe('the safe of a phone', () => {
  test('opens with its PIN and no other, and does not give its key away', async () => {
    const salt = newSalt();
    const { key, closed } = await closeNewKey('k7-4419-hua', salt);
    const sealed = await seal(key, 'entry 1', { note: '门口有台阶' });
    const again = await openKey(closed, 'k7-4419-hua', salt, rounds);
    expect(await open(again, 'entry 1', sealed)).toEqual({ note: '门口有台阶' });
    expect(again.extractable).toBe(false);
    expect(Buffer.from(sealed.data).includes('门口')).toBe(false);
    await expect(openKey(closed, 'k7-4419-hub', salt, rounds)).rejects.toMatchObject(isClosed);
  });

  test('notices what was changed or put in another place', async () => {
    const { key } = await closeNewKey('k7-4419-hua', newSalt());
    const sealed = await seal(key, 'entry 1', 'met');
    await expect(open(key, 'entry 2', sealed)).rejects.toMatchObject(isClosed);
    new Uint8Array(sealed.data)[0]! ^= 1;
    await expect(open(key, 'entry 1', sealed)).rejects.toMatchObject(isClosed);
  });

  test('keeps what it holds when the PIN is changed', async () => {
    const [salt, later] = [newSalt(), newSalt()];
    const { key, closed } = await closeNewKey('the first one', salt);
    const sealed = await seal(key, 'entry 1', 'partly');
    const leaving = await openKey(closed, 'the first one', salt, rounds, true);
    const anew = await closeKey(leaving, 'the second one', later);
    expect(await open(await openKey(anew, 'the second one', later, rounds), 'entry 1', sealed)).toBe('partly');
  });

  test('takes fingerprints as everybody else does', async () => {
    expect(await fingerprint(new TextEncoder().encode('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

test.each([
  ['12345', true], ['123456', true], ['654321', true], ['111111', true], ['121212', true], ['123123', true], ['abcdef', true],
  ['194907', false], ['k7-4419', false], ['海淀2026春', false],
])('the PIN %s is too easy: %s', (pin, isWeak) => {
  expect(isWeakPin(pin)).toBe(isWeak);
});
