import { desc, eq } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { statesOf } from './family.ts';
import { needChild } from './here.ts';
import { within } from './inside-identity.ts';
import { currentNotice } from './notice.ts';
import { openChild } from './own-child.ts';
import { children, consents } from './tables.server.ts';

/** 我的: what a child sees of themselves: the nickname, never the name, and what was agreed to. With a class code there is nothing to see. */
export async function getMyself(ctx: Ctx) {
  const { childId } = needChild(ctx);
  const notice = await currentNotice(ctx);
  if (!childId) return { nickname: null, states: [], notice };
  const held = await within(ctx.db, async (db) => ({
    child: (await db.select().from(children).where(eq(children.id, childId)))[0],
    lines: await db.select().from(consents).where(eq(consents.childId, childId)).orderBy(desc(consents.id)).limit(500),
  }));
  return { nickname: held.child ? openChild(held.child).nickname : null, states: statesOf(held.lines, notice.version).filter(({ decision }) => decision !== null), notice };
}
