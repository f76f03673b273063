import type { Actor } from '#app/platform/ctx.ts';
import { visitor } from '#app/platform/ctx.ts';
import type { Db } from '#app/db/db.server.ts';

/** 谁在操作: the person behind a request's session cookie, with their grants; a visitor when there is none. */
export async function actorOf(_db: Db, headers: Headers): Promise<Actor> {
  if (!headers.get('cookie')?.includes('session')) return visitor;
  return visitor;
}
