import { asc, eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { takeNew } from '#app/domain/base/inbox/take-new.ts';
import { when } from '#app/jobs/when.ts';
import { type Actor, type Ctx, type Grant, system, visitor } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { outbox } from '#app/platform/tables.server.ts';

/** 舞台: the story's database, the day on which it is told, and its people by user name. */
export type Stage = { db: Db; today: string; actors: Map<string, Actor> };

/** A moment of the story: so many days from today, at an hour of that day in Beijing. */
export type Moment = { day: number; at?: `${number}:${number}` };

export function stageOn(db: Db, now: Date): Stage {
  return { db, today: beijingDay(now), actors: new Map([['system', system], ['visitor', visitor]]) };
}

/** The calendar day that lies so many days from today. */
export function dayOf(stage: Stage, day: number): string {
  return addDays(stage.today, day);
}

/** 某人在某时: a request by one of the story's people, under their own grants, at that moment. */
export function by(stage: Stage, username: string, { day, at = '09:30' }: Moment): Ctx {
  const actor = stage.actors.get(username);
  if (!actor) throw new Error(`The story knows nobody called ${username}.`);
  const [hours, minutes] = at.split(':').map(Number) as [number, number];
  const now = new Date(startOfBeijingDay(dayOf(stage, day)).getTime() + (hours * 60 + minutes) * 60_000);
  return { actor, db: stage.db, now, locale: 'zh-CN', requestId: 'demo', address: `demo-${username}-${day}` };
}

/** Somebody new, or the same person with one more grant. */
export function know(stage: Stage, username: string, id: string, name: string, grants: Grant[]): void {
  const before = stage.actors.get(username)?.grants ?? [];
  stage.actors.set(username, { id, name, grants: [...before, ...grants] });
}

/** 旧闻: what the story told long ago goes out by no other way now. */
export async function keepOldNewsInside(stage: Stage): Promise<void> {
  while ((await takeNew(by(stage, 'system', { day: 0 }), 1000)).length > 0);
}

/** 随后: what follows the events so far happens at the time of the event, as the jobs would have done it that day. */
export async function follow(stage: Stage): Promise<void> {
  for (;;) {
    const waiting = await stage.db.select().from(outbox).orderBy(asc(outbox.recordId)).limit(500);
    if (waiting.length === 0) return;
    for (const { recordId, event, subjectId, facts, at } of waiting) {
      const ctx: Ctx = { actor: system, db: stage.db, now: at, locale: 'zh-CN', requestId: 'demo' };
      for (const deed of when.filter((each) => each.event === event)) {
        await deed.run(ctx, { recordId, event, subjectId, facts, at: at.toISOString() });
      }
      await stage.db.delete(outbox).where(eq(outbox.recordId, recordId));
    }
  }
}
