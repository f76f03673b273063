import type { Db } from '#app/db/db.server.ts';
import { applyPlan } from '#app/domain/base/regions/apply-plan.ts';
import { planChange } from '#app/domain/base/regions/change-plan.ts';
import { change } from '#app/platform/change.ts';
import { system } from '#app/platform/ctx.ts';
import { aRegion } from './cycle.ts';
import { ctxOf } from './world.ts';

/** 一次区划变更 of the tests. */
export const changeId = '01900000-0000-7000-8000-00000000000a';

/** A unit has another code from now on, in another county where its code says so. */
export async function movedUnit(db: Db, from: string, to: string): Promise<void> {
  const above = (code: string) => [2, 4, 6].map((length) => code.slice(0, length)).filter((one) => one.length < code.length);
  const known = [...new Set([...above(from), ...above(to), from])];
  for (const code of known) await aRegion(db, code, `单位${code}`);
  const planned = planChange([{ kind: 'recode', fromCode: from, fromName: '', toCode: to, toName: '改过码的单位' }], known.map((code) => ({ code, name: `单位${code}` })));
  if ('problems' in planned) throw new Error(JSON.stringify(planned.problems));
  await change(ctxOf(db, system), (tx) => applyPlan(tx, changeId, planned.plan));
}
