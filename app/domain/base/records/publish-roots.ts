import { sql } from 'drizzle-orm';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { log } from '#app/platform/log.ts';
import { type CountyDay, dayLeaf, rootOf } from './fingerprint.ts';
import { sealing, sealRecords } from './seal.ts';
import { recordDays, recordRoots } from './tables.server.ts';
import { treeOf } from './tree.ts';

/** 公布每日总封: seals what is left, then works out the root of every day that is over and has none. */
export async function publishRoots(ctx: Ctx): Promise<string> {
  await sealRecords(ctx);
  const done: string[] = [];
  for (let day = await nextDay(ctx); day !== undefined && day < beijingDay(ctx.now); day = addDays(day, 1)) {
    await publishRoot(ctx, day);
    done.push(day);
  }
  return done.join(' ');
}

async function nextDay(ctx: Ctx): Promise<string | undefined> {
  const { rows } = await ctx.db.execute<{ root: string | null; first: string | null }>(
    sql`select (select max(day)::text from record_roots) as root, (select min(sealed_on)::text from record_seals) as first`,
  );
  return rows[0]?.root ? addDays(rows[0].root, 1) : (rows[0]?.first ?? undefined);
}

function publishRoot(ctx: Ctx, day: string): Promise<void> {
  return change(ctx, async (tx) => {
    await tx.db.execute(sealing);
    const counties = await countiesOf(tx, day);
    const { rows } = await tx.db.execute<{ root: string }>(sql`select root from record_roots order by day desc limit 1`);
    const values = {
      day, previous: rows[0]?.root ?? '', tree: treeOf(counties.map(dayLeaf)), counties: counties.length,
      records: counties.reduce((sum, each) => sum + each.last - each.first + 1, 0),
    };
    const root = rootOf(values);
    for (const some of inParts(counties)) await tx.db.insert(recordDays).values(some);
    await tx.db.insert(recordRoots).values({ ...values, root, publishedAt: tx.now });
    await tx.record('records.root-published', { id: day, regionCode: '*' }, { root });
    log().info({ day, root }, 'the records of a day are sealed'); // a copy that nobody with the database can reach
  });
}

async function countiesOf(ctx: Ctx, day: string): Promise<CountyDay[]> {
  const { rows } = await ctx.db.execute<{ county: number; place: string; link: string }>(sql`
    select county_code as county, position::text as place, link from record_seals where sealed_on = ${day} order by county_code, position`);
  const found = new Map<number, { first: number; links: string[] }>();
  for (const row of rows) {
    const known = found.get(row.county) ?? { first: Number(row.place), links: [] };
    known.links.push(row.link);
    found.set(row.county, known);
  }
  return [...found].map(([countyCode, { first, links }]) => ({
    countyCode, day, first, last: first + links.length - 1, head: links.at(-1)!, tree: treeOf(links),
  }));
}
