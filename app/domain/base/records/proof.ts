import { sql } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { aboutOf, type CountyDay, type DayRoot, dayLeaf, fingerprint, linkOf, rootOf, type SealedLine, whoHash } from './fingerprint.ts';
import { lineColumns, type LineRow } from './lines.ts';
import { climb, pathTo, type Step } from './tree.ts';

/** 证明: everything it takes to come from one line of the records to the root of its day; it names nobody. */
export type Proof = {
  about: Omit<SealedLine, 'actorId' | 'actorName' | 'requestId'>;
  who: string;
  position: number;
  sealedOn: string;
  previous: string;
  path: Step[];
  county: CountyDay;
  countyPath: Step[];
  root: DayRoot & { root: string };
};

/** 封存状况 of one line: not sealed yet, sealed and waiting for the end of the day, or proved by a published root. */
export type Anchored = { state: 'unsealed' } | { state: 'sealed'; sealedOn: string } | { state: 'rooted'; sealedOn: string; proof: Proof };

/** 封存证明 of the one line with this event, subject and fact, for a page that has asked for the subject itself. */
export async function proofOf(ctx: Ctx, line: { event: string; subjectId: string; facts: Record<string, string> }): Promise<Anchored> {
  const { rows } = await ctx.db.execute<LineRow & { position: string | null; sealedOn: string; previous: string | null }>(sql`
    select ${lineColumns}, s.position::text as position, s.sealed_on::text as "sealedOn",
           (select p.link from record_seals p where p.county_code = s.county_code and p.position = s.position - 1) as previous
    from records r left join record_seals s on s.county_code = r.county_code and s.record_id = r.id
    where r.subject_id = ${line.subjectId} and r.event = ${line.event} and r.facts @> ${JSON.stringify(line.facts)}::jsonb
    order by r.id limit 1`);
  const [row] = rows;
  if (!row?.position) return { state: 'unsealed' };
  const { sealedOn } = row;
  const { rows: days } = await ctx.db.execute<CountyDay & Record<string, unknown>>(sql`
    select county_code as "countyCode", day::text, first_position::int as first, last_position::int as last, head, tree from record_days where day = ${sealedOn} order by county_code`);
  const { rows: roots } = await ctx.db.execute<DayRoot & { root: string }>(sql`
    select day::text, previous, tree, counties, records, root from record_roots where day = ${sealedOn}`);
  const county = days.find((each) => each.countyCode === row.countyCode);
  if (!roots[0] || !county) return { state: 'sealed', sealedOn };
  const { rows: links } = await ctx.db.execute<{ link: string }>(sql`
    select link from record_seals where county_code = ${row.countyCode} and position between ${county.first} and ${county.last} order by position`);
  const position = Number(row.position);
  const { actorId: _, actorName: __, requestId: ___, ...about } = lineOf(row);
  return {
    state: 'rooted', sealedOn,
    proof: {
      about, who: whoHash(row), position, sealedOn, previous: row.previous ?? '',
      path: pathTo(links.map(({ link }) => link), position - county.first),
      county: { ...county }, countyPath: pathTo(days.map(dayLeaf), days.indexOf(county)), root: { ...roots[0] },
    },
  };
}

function lineOf(row: LineRow): SealedLine {
  const { countyCode, id, regionCode, at, actorId, actorName, event, subjectId, requestId, facts } = row;
  return { countyCode, id, regionCode, at, actorId, actorName, event, subjectId, requestId, facts };
}

/** 核对证明: whether a proof leads to the root it names; whoever asks then compares that root with the published one. */
export function isProved({ about, who, position, sealedOn, previous, path, county, countyPath, root }: Proof): boolean {
  const hash = fingerprint('record', fingerprint('about', ...aboutOf({ ...about, actorId: '', actorName: '', requestId: '' })), who);
  const link = linkOf({ countyCode: about.countyCode, position, recordId: about.id, hash, sealedOn }, previous);
  return (
    county.countyCode === about.countyCode && county.day === sealedOn && root.day === sealedOn &&
    climb(link, path) === county.tree && climb(dayLeaf(county), countyPath) === root.tree && rootOf(root) === root.root
  );
}
