const before = '00000000-0000-0000-0000-000000000000';

/**
 * 分批: rows by rising id, so many at a time, until none is left. Each batch stands by itself: a run that was cut off begins
 * again and finds what it did already done.
 */
export async function* inBatches<T extends { id: string }>(read: (after: string, most: number) => Promise<T[]>, most = 500): AsyncGenerator<T[]> {
  for (let after = before; ; ) {
    const rows = await read(after, most);
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    after = rows.at(-1)!.id;
  }
}

/** 分份: what is at hand already, so many at a time. */
export function* inParts<T>(all: readonly T[], most = 500): Generator<T[]> {
  for (let at = 0; at < all.length; at += most) yield all.slice(at, at + most);
}

/** 轮流: what is made of each, so many at a time; between two parts the server answers others. */
export async function inTurns<T, R>(all: readonly T[], make: (one: T) => R, most = 1000): Promise<R[]> {
  const made: R[] = [];
  for (const some of inParts(all, most)) {
    if (made.length > 0) await new Promise(setImmediate);
    for (const one of some) made.push(make(one));
  }
  return made;
}
