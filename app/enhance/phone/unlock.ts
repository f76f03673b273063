import { closeKey, closeNewKey, newSalt, openKey, rounds } from './safe.ts';
import { type Lock, putDown, readLock } from './shelf.ts';

/** 输错口令以后要等的分钟: the first four tries are free. */
const waits = [0, 0, 0, 0, 1, 5, 15, 60];
const minute = 60_000;

export const shortestPin = 6;

/** 太好猜: one figure again and again, or a run of them. */
export function isWeakPin(pin: string): boolean {
  const letters = [...pin];
  const steps = new Set(letters.slice(1).map((letter, place) => letter.codePointAt(0)! - letters[place]!.codePointAt(0)!));
  return letters.length < shortestPin || (steps.size === 1 && [0, 1, -1].includes([...steps][0]!)) || /^(\d\d\d?)\1+$/.test(pin);
}

/** 启用这部手机: a new key under this PIN; what lay here before is not touched. */
export async function setUp(pin: string, lockMinutes = 5): Promise<{ lock: Lock; key: CryptoKey }> {
  const salt = newSalt();
  const { key, closed } = await closeNewKey(pin, salt);
  const lock: Lock = {
    deviceId: crypto.randomUUID(), salt, rounds, closed, lockMinutes, misses: 0, waitUntil: 0, triedAt: 0, isRegistered: false,
  };
  await putDown([{ on: 'lock', at: 'lock', value: lock }]);
  return { lock, key };
}

export type Try = { key: CryptoKey; lock: Lock } | { wait: number } | { left: number };

/**
 * 试口令: the try is written down before it is made, so that ending the browser wins no try back. A clock put back waits as long again.
 * Nothing is deleted after wrong tries: a child with the phone in its hands must not cost days of work.
 */
export async function tryPin(pin: string, now = Date.now()): Promise<Try> {
  const lock = (await readLock())!;
  const from = Math.max(lock.triedAt, now);
  const wait = lock.waitUntil - now;
  if (wait > 0) return { wait };
  const misses = lock.misses + 1;
  const waitUntil = from + (waits[Math.min(misses, waits.length) - 1] ?? 0) * minute;
  await putDown([{ on: 'lock', at: 'lock', value: { ...lock, misses, waitUntil, triedAt: from } }]);
  try {
    const key = await openKey(lock.closed, pin, lock.salt, lock.rounds);
    const opened = { ...lock, misses: 0, waitUntil: 0, triedAt: now };
    await putDown([{ on: 'lock', at: 'lock', value: opened }]);
    return { key, lock: opened };
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'OperationError') throw error;
    return waitUntil > now ? { wait: waitUntil - now } : { left: waits.findIndex((each) => each > 0) - misses };
  }
}

/** 换口令: the same key closed anew; false when the old PIN is wrong. */
export async function changePin(before: string, after: string): Promise<boolean> {
  const tried = await tryPin(before);
  if (!('key' in tried)) return false;
  const { lock } = tried;
  const key = await openKey(lock.closed, before, lock.salt, lock.rounds, true);
  const salt = newSalt();
  await putDown([{ on: 'lock', at: 'lock', value: { ...lock, salt, rounds, closed: await closeKey(key, after, salt) } }]);
  return true;
}

/** Remembers something about this phone that is no secret. */
export async function amendLock(change: Partial<Pick<Lock, 'lockMinutes' | 'isRegistered'>>): Promise<Lock> {
  const lock = { ...(await readLock())!, ...change };
  await putDown([{ on: 'lock', at: 'lock', value: lock }]);
  return lock;
}
