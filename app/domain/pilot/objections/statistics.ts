import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { median, protectedCounts } from './model.ts';

type Row = {
  id: string; title: string; titleEn: string; all: number; open: number; upheld: number; dismissed: number; withdrawn: number; linked: number; late: number;
  anonymous: number; days: number[] | null; appeals: number; appealsUpheld: number;
};

/** 异议统计, for everybody, by call: how many, how they ended, how long it took; who wrote without a name is counted only where the numbers are large enough. */
export async function objectionStatistics(ctx: Ctx) {
  const { rows } = await ctx.db.execute<Row>(sql`
    select c.id, c.title, c.title_en as "titleEn",
      count(*) filter (where o.level = 1)::int as "all",
      count(*) filter (where o.level = 1 and o.state in ('received', 'under-review'))::int as open,
      count(*) filter (where o.level = 1 and o.outcome = 'upheld')::int as upheld,
      count(*) filter (where o.level = 1 and o.outcome = 'dismissed')::int as dismissed,
      count(*) filter (where o.level = 1 and o.state = 'withdrawn')::int as withdrawn,
      count(*) filter (where o.level = 1 and o.state = 'duplicate')::int as linked,
      count(*) filter (where o.level = 1 and o.is_anonymous)::int as anonymous,
      count(*) filter (where o.state = 'answered' and (o.answered_at at time zone 'Asia/Shanghai')::date > o.answer_due_on)::int as late,
      array_agg((o.answered_at at time zone 'Asia/Shanghai')::date - (o.received_at at time zone 'Asia/Shanghai')::date) filter (where o.state = 'answered' and o.level = 1) as days,
      count(*) filter (where o.level = 2)::int as appeals,
      count(*) filter (where o.level = 2 and o.outcome = 'upheld')::int as "appealsUpheld"
    from objections o join notices n on n.id = o.notice_id join calls c on c.id = n.call_id
    group by c.id order by c.id desc limit 200`);
  return rows.map(({ anonymous, days, ...row }) => ({ ...row, days: median(days ?? []), manner: protectedCounts(anonymous, row.all - anonymous) }));
}
