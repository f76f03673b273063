import { type SQL, sql } from 'drizzle-orm';
import type { Column } from 'drizzle-orm';
import { startOfBeijingDay } from '#app/platform/dates.ts';

type Expression = Column | SQL;

/** 依法留存的: what stays, and in which region and below the hold was placed. */
export type Held = { children: [id: string, regionCode: string][]; things: [id: string, regionCode: string][]; regions: string[] };

/** 截止日与留存 of one class tonight: the cut-offs, the smallest regions first, '*' last. */
export type Plan = { today: string; cutOffs: [regionCode: string, before: string][]; held: Held };

/** 一类记录的列: when it ended, where it lies, whose it is. What has no child, or no id of its own, says so by leaving it out. */
export type Columns = { endedAt: Expression; regionCode: Expression; subjectIds?: readonly Expression[]; childId?: Expression } | { endedOn: Expression; regionCode: Expression; subjectIds?: readonly Expression[]; childId?: Expression };

/** 到期: ended before the cut-off of its region. */
export function isOver(plan: Plan, columns: Columns): SQL {
  const isDay = 'endedOn' in columns;
  const ended = isDay ? columns.endedOn : columns.endedAt;
  const moment = (day: string) => (isDay ? sql`${day}::date` : sql`${startOfBeijingDay(day).toISOString()}::timestamptz`);
  const nation = plan.cutOffs.at(-1)![1];
  const own = plan.cutOffs.slice(0, -1);
  if (own.length === 0) return sql`${ended} < ${moment(nation)}`;
  const latest = plan.cutOffs.map(([, before]) => before).toSorted().at(-1)!;
  const whens = sql.join(own.map(([code, before]) => sql`when starts_with(${columns.regionCode}, ${code}) then ${moment(before)}`), sql` `);
  return sql`${ended} < ${moment(latest)} and ${ended} < case ${whens} else ${moment(nation)} end`;
}

/** 未留存: no hold stands on it. */
export function isFree({ held }: Plan, { regionCode, subjectIds = [], childId }: Columns): SQL {
  const lies = (code: string) => (code === '*' ? sql`true` : sql`starts_with(${regionCode}, ${code})`);
  const either = [
    ...held.regions.map(lies),
    ...held.things.flatMap(([id, code]) => subjectIds.map((subject) => sql`${subject}::text = ${id} and ${lies(code)}`)),
    ...(childId ? held.children.map(([id, code]) => sql`${childId} = ${id}::uuid and ${lies(code)}`) : []),
  ];
  return either.length === 0 ? sql`true` : sql`(${sql.join(either.map((one) => sql`(${one})`), sql` or `)}) is not true`;
}

/** 今晚要清理的: over, and held by nobody. */
export const isDue = (plan: Plan, columns: Columns): SQL => sql`(${isOver(plan, columns)}) and ${isFree(plan, columns)}`;

/** The same for what lies encrypted and is looked at row by row. */
export function cutOffOf({ cutOffs }: Plan, regionCode: string): string {
  return cutOffs.find(([code]) => code === '*' || regionCode.startsWith(code))![1];
}

/** 是否留存, of one child. */
export function isChildHeldIn({ held }: Plan, { id, regionCode }: { id: string; regionCode: string }): boolean {
  const lies = (code: string) => code === '*' || regionCode.startsWith(code);
  return held.regions.some(lies) || held.children.some(([childId, code]) => childId === id && lies(code));
}
