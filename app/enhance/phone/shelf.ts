import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Sealed } from './safe.ts';

/** 锁: what the phone must know before it is unlocked. Nothing in it says what was visited or walked. */
export type Lock = {
  deviceId: string; salt: Uint8Array<ArrayBuffer>; rounds: number; closed: Sealed; lockMinutes: number;
  misses: number; waitUntil: number; triedAt: number; isRegistered: boolean;
};

/** 手机上的架子: keys are numbers and random ids, everything else is sealed. `visits` holds what was taken along, a visit or a walk. */
interface Shelf extends DBSchema {
  lock: { key: 'lock'; value: Lock };
  count: { key: 'entries'; value: number };
  visits: { key: string; value: Sealed };
  entries: { key: number; value: Sealed };
  notes: { key: string; value: Sealed };
  bytes: { key: string; value: Sealed };
}
type Name = 'lock' | 'count' | 'visits' | 'entries' | 'notes' | 'bytes';
const names: Name[] = ['lock', 'count', 'visits', 'entries', 'notes', 'bytes'];

/** 放不下: the phone has no room left; what was saved before is untouched. */
export const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

let name = '';
let opened: Promise<IDBPDatabase<Shelf>> | undefined;

/** Which app's shelf it is: each app of the phone has one of its own and says so before anything else. */
export function nameShelf(of: string): void {
  name = of;
}

/** A later version of the app only ever adds to the shelf; an older tab lets go of it. */
function shelf(): Promise<IDBPDatabase<Shelf>> {
  opened ??= openDB<Shelf>(name, 1, {
    upgrade(db) {
      for (const each of names) if (!db.objectStoreNames.contains(each)) db.createObjectStore(each);
    },
    blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    terminated: () => void (opened = undefined),
  });
  return opened;
}

/** One thing to be put, or with `undefined` to be taken away. */
export type Put = { [N in Name]: { on: N; at: Shelf[N]['key']; value: Shelf[N]['value'] | undefined } }[Name];

/**
 * 存下: everything or nothing, and not said to be done before it has reached the disk: the browser may be killed or the battery pulled out
 * right after.
 */
export async function putDown(puts: readonly Put[]): Promise<void> {
  if (puts.length === 0) return;
  const tx = (await shelf()).transaction([...new Set(puts.map(({ on }) => on))], 'readwrite', { durability: 'strict' });
  const done = [tx.done];
  for (const { on, at, value } of puts) {
    const store = tx.objectStore(on);
    done.push((value === undefined ? store.delete(at as never) : store.put(value as never, at as never)) as Promise<never>);
  }
  await Promise.all(done);
}

export const readLock = async () => (await shelf()).get('lock', 'lock');
export const readCount = async () => (await (await shelf()).get('count', 'entries')) ?? 0;
export const readBytes = async (id: string) => (await shelf()).get('bytes', id);

/** Everything sealed on one board, in the order of the keys. */
export async function readAll<N extends 'visits' | 'entries' | 'notes'>(board: N): Promise<[Shelf[N]['key'], Sealed][]> {
  const tx = (await shelf()).transaction(board);
  const [keys, values] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
  return keys.map((key, place) => [key, values[place]!]);
}

/** 清空: nothing stays, not even the key that was closed. */
export async function clearShelf(): Promise<void> {
  const tx = (await shelf()).transaction(names, 'readwrite', { durability: 'strict' });
  await Promise.all([...names.map((each) => tx.objectStore(each).clear()), tx.done]);
}
