import { sql } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { type CountyDay, dayLeaf, linkOf, recordHash, rootOf, type DayRoot } from './fingerprint.ts';
import { firstIdAt, lineColumns, type LineRow } from './lines.ts';
import { treeOf } from './tree.ts';

/** What is not as it was sealed, and where. */
export const faults = [
  'record-changed', 'record-missing', 'record-unsealed', 'seal-changed', 'seal-missing', 'day-changed', 'day-missing', 'root-changed', 'root-missing', 'root-not-as-published',
] as const;
export type Fault = { what: (typeof faults)[number]; where: string };

export type Verified = { records: number; unsealed: number; counties: number; roots: number; newest: string | undefined; faults: Fault[] };
export type Published = readonly { day: string; root: string }[];
type Hear = (counted: number) => void;
type SealRow = LineRow & { sealCounty: number; position: string; recordId: string; hash: string; link: string; sealedOn: string };

const page = 2000;
const tell = 20_000;
const most = 100;

/** 核验: works everything out anew from the records themselves, in pages, and says where it differs; `published` are roots somebody kept elsewhere. */
export async function verifyRecords(db: Db, published: Published = [], hear: Hear = () => undefined): Promise<Verified> {
  const found: Fault[] = [];
  const days = new Map<string, CountyDay[]>();
  let counted = 0;
  const counties = await countiesOf(db);
  for (const county of counties) {
    await verifyChain(db, county, found, {
      line: () => {
        counted += 1;
        if (counted % tell === 0) hear(counted);
      },
      day: (day) => days.set(day.day, [...(days.get(day.day) ?? []), day]),
    });
    await findUnsealed(db, county, found);
  }
  const roots = await verifyRoots(db, days, published, found);
  const { rows } = await db.execute<{ n: number }>(sql`select (select count(*) from records)::int - (select count(*) from record_seals)::int as n`);
  return { records: counted, unsealed: Math.max(0, rows[0]!.n), counties: counties.length, roots: roots.length, newest: roots.at(-1)?.root, faults: found };
}

async function countiesOf(db: Db): Promise<number[]> {
  const { rows } = await db.execute<{ county: number }>(sql`
    select county_code as county from record_seals group by 1 union select county_code from records group by 1 union select county_code from record_days group by 1 order by 1`);
  return rows.map(({ county }) => county);
}

/** One county's chain from its first link to its last. */
async function verifyChain(db: Db, county: number, found: Fault[], told: { line: () => void; day: (day: CountyDay) => void }) {
  let previous = '';
  let expected = 1;
  let today: { day: string; first: number; links: string[] } | undefined;
  const endDay = () => {
    if (today) told.day({ countyCode: county, day: today.day, first: today.first, last: today.first + today.links.length - 1, head: today.links.at(-1)!, tree: treeOf(today.links) });
  };
  for (let after = -1; ; ) {
    const { rows } = await db.execute<SealRow>(sql`
      select ${lineColumns}, s.county_code as "sealCounty", s.position::text as position, s.record_id::text as "recordId", s.hash, s.link, s.sealed_on::text as "sealedOn"
      from (select * from record_seals where county_code = ${county} and position > ${after} order by position limit ${page}) s
      left join records r on r.county_code = s.county_code and r.id = s.record_id order by s.position`);
    for (const row of rows) {
      told.line();
      const position = Number(row.position);
      const where = `${county}/${position} ${row.recordId}`;
      if (position !== expected) found.push({ what: 'seal-missing', where: `${county}/${expected}` });
      if (row.id === null) found.push({ what: 'record-missing', where });
      else if (recordHash(row) !== row.hash) found.push({ what: 'record-changed', where });
      const link = linkOf({ countyCode: county, position, recordId: row.recordId, hash: row.hash, sealedOn: row.sealedOn }, previous);
      if (link !== row.link || (today && row.sealedOn < today.day)) found.push({ what: 'seal-changed', where });
      if (today?.day !== row.sealedOn) {
        endDay();
        today = { day: row.sealedOn, first: position, links: [] };
      }
      today.links.push(row.link);
      previous = row.link;
      expected = position + 1;
      if (found.length >= most) return;
    }
    if (rows.length < page) break;
    after = Number(rows.at(-1)!.position);
  }
  endDay();
}

/** A line without a seal may only be younger than the moment up to which everything is sealed. */
async function findUnsealed(db: Db, county: number, found: Fault[]) {
  const { rows: mark } = await db.execute<{ settled: string }>(sql`select to_json(settled)#>>'{}' as settled from record_horizon`);
  const { rows } = await db.execute<{ id: string }>(sql`
    select r.id::text as id from records r where r.county_code = ${county} and r.id < ${firstIdAt(new Date(mark[0]?.settled ?? 0))}::uuid
      and not exists (select from record_seals s where s.county_code = r.county_code and s.record_id = r.id) order by r.id limit ${most}`);
  for (const { id } of rows) found.push({ what: 'record-unsealed', where: `${county} ${id}` });
}

async function verifyRoots(db: Db, days: Map<string, CountyDay[]>, published: Published, found: Fault[]) {
  const { rows: roots } = await db.execute<DayRoot & { root: string }>(sql`select day::text, previous, tree, root, counties, records from record_roots order by day`);
  const { rows: kept } = await db.execute<CountyDay & Record<string, unknown>>(sql`
    select county_code as "countyCode", day::text, first_position::int as first, last_position::int as last, head, tree from record_days order by day, county_code`);
  const leaves = new Map(kept.map((each) => [`${each.day} ${each.countyCode}`, dayLeaf(each)]));
  let previous = '';
  for (const each of roots) {
    const counties = (days.get(each.day) ?? []).toSorted((a, b) => a.countyCode - b.countyCode);
    for (const county of counties) {
      const key = `${each.day} ${county.countyCode}`;
      if (!leaves.has(key)) found.push({ what: 'day-missing', where: key });
      else if (leaves.get(key) !== dayLeaf(county)) found.push({ what: 'day-changed', where: key });
      leaves.delete(key);
    }
    const values = { day: each.day, previous, tree: treeOf(counties.map(dayLeaf)), counties: counties.length, records: counties.reduce((sum, one) => sum + one.last - one.first + 1, 0) };
    if (rootOf(values) !== each.root || rootOf(each) !== each.root) found.push({ what: 'root-changed', where: each.day });
    const copy = published.find(({ day }) => day === each.day);
    if (copy && copy.root !== each.root) found.push({ what: 'root-not-as-published', where: each.day });
    previous = each.root;
  }
  for (const key of leaves.keys()) found.push({ what: 'day-changed', where: key });
  const last = roots.at(-1)?.day ?? '';
  const known = new Set(roots.map(({ day }) => day));
  for (const day of [...days.keys()].filter((each) => each <= last)) if (!known.has(day)) found.push({ what: 'root-missing', where: day });
  for (const { day } of published) if (!known.has(day)) found.push({ what: 'root-missing', where: day });
  return roots;
}
