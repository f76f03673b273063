import { desc, gt, inArray, sql } from 'drizzle-orm';
import { cutOffOf, isChildHeldIn, isDue, type Plan } from '#app/domain/children/retention/due.ts';
import { countOver, type Expiry, type Slice } from '#app/domain/children/retention/expiry.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { removeChild } from './erase-child.ts';
import { opened, within } from './inside-identity.ts';
import { childNotices, children } from './tables.server.ts';

type Kid = { id: string; regionCode: string };

/** 到期的孩子: the rows go as when a guardian erases; the other rooms follow on `child.erased`. */
async function eraseAll(tx: Change, kids: readonly Kid[], recordClass: string): Promise<Slice> {
  let files = 0;
  for (const { id, regionCode } of kids) {
    files += await removeChild(tx, id);
    await tx.record('child.erased', { id, regionCode }, { expired: recordClass });
  }
  return { regionCodes: kids.map(({ regionCode }) => regionCode), files };
}

/** Some milliseconds of opening at a time, so that others who ask the process are answered between. */
const page = 300;

/** 满十八周岁之后: the day of birth lies encrypted, so every row is opened to be counted, and once more up to the last that goes; nothing of it is kept. */
async function* agedOut(ctx: Ctx, plan: Plan, from = '00000000-0000-0000-0000-000000000000'): AsyncGenerator<Kid & { isHeld: boolean }> {
  for (let after = from; ; ) {
    const rows = await within(ctx.db, (db) => db.select({ id: children.id, regionCode: children.regionCode, birthday: children.sealedBirthday }).from(children).where(gt(children.id, after)).orderBy(children.id).limit(page));
    for (const { id, regionCode, birthday } of rows) {
      if (eighteenth(opened(birthday)) < cutOffOf(plan, regionCode)) yield { id, regionCode, isHeld: isChildHeldIn(plan, { id, regionCode }) };
    }
    if (rows.length < page) return;
    after = rows.at(-1)!.id;
  }
}

const eighteenth = (birthday: string) => `${Number(birthday.slice(0, 4)) + 18}${birthday.slice(4)}`;

export const expireAgedOut: Expiry = {
  recordClass: 'identity-aged-out',
  async count(ctx, plan) {
    const found = { due: 0, held: 0 };
    for await (const { isHeld } of agedOut(ctx, plan)) found[isHeld ? 'held' : 'due'] += 1;
    return found;
  },
  async expire(tx, plan, limit, after) {
    const kids: Kid[] = [];
    for await (const { isHeld, ...kid } of agedOut(tx, plan, after)) {
      if (!isHeld && kids.push(kid) === limit) break;
    }
    return { ...(await eraseAll(tx, kids, 'identity-aged-out')), after: kids.at(-1)?.id };
  },
};

/** 最后一次登记同意 of each child, beside the child. */
const withLastConsent = sql`identity.children c left join lateral (
  select s.decision, s.at, s.notice_version from identity.consents s where s.child_id = c.id and s.purpose = 'registration' order by s.id desc limit 1) last on true`;

const ofKid = { regionCode: sql`c.region_code`, childId: sql`c.id` };

/** 撤回或拒绝登记之后, and those whose guardian asked to erase them while a hold stood: those go as soon as it does not. */
const withdrawn = {
  columns: { ...ofKid, endedAt: sql`case when c.erase_asked_at is not null then '-infinity'::timestamptz else last.at end` },
  which: sql`(c.erase_asked_at is not null or (c.basis = 'consent' and last.decision <> 'given'))`,
};

/** 新版规则公布后一直没有重新同意的: counted from the day on which the consent stopped to count. */
async function notRenewed(ctx: Ctx) {
  const notices = await ctx.db.select({ version: childNotices.version, at: childNotices.publishedAt }).from(childNotices).orderBy(desc(childNotices.version));
  const published = JSON.stringify(Object.fromEntries(notices.map(({ version, at }) => [version, at])));
  return {
    columns: { ...ofKid, endedAt: sql`(${published}::jsonb ->> (last.notice_version + 1)::text)::timestamptz` },
    which: sql`(c.erase_asked_at is null and c.basis = 'consent' and last.decision = 'given' and last.notice_version < ${notices[0]?.version ?? 0})`,
  };
}

type Which = typeof withdrawn;

function expireBy(recordClass: 'identity-withdrawn' | 'identity-not-renewed', which: (ctx: Ctx) => Which | Promise<Which>): Expiry {
  return {
    recordClass,
    async count(ctx, plan) {
      const { columns, which: only } = await which(ctx);
      return within(ctx.db, (db) => countOver(db, withLastConsent, plan, columns, only));
    },
    async expire(tx, plan, limit) {
      const { columns, which: only } = await which(tx);
      const kids = await within(tx.db, async (db) => {
        const { rows } = await db.execute<Kid>(sql`select c.id, c.region_code as "regionCode" from ${withLastConsent} where ${isDue(plan, columns)} and ${only} order by c.id limit ${limit}`);
        await db.select({ id: children.id }).from(children).where(inArray(children.id, rows.map(({ id }) => id))).for('update');
        return rows;
      });
      return eraseAll(tx, kids, recordClass);
    },
  };
}

export const expireWithdrawn = expireBy('identity-withdrawn', () => withdrawn);
export const expireNotRenewed = expireBy('identity-not-renewed', notRenewed);
