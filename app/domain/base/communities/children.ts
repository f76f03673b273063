import { sql } from 'drizzle-orm';
import { PgTransaction } from 'drizzle-orm/pg-core';
import type { Db } from '#app/db/db.server.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { type Cells, hideSmall, type Shown } from '#app/domain/base/small-cells/hide-small.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { ageBands } from './model.ts';
import { communities, pilots } from './tables.server.ts';

export type ChildrenFigures = { own: Shown; below: Map<string, Shown> };

const none = () => ageBands.map(() => 0);
const hidden: Shown = { total: null, bands: ageBands.map(() => null) };

/** 试点社区的儿童: counts by age band that communities gave, of a region and of each region right below it. */
export async function childrenFigures(ctx: Ctx, code: string): Promise<ChildrenFigures> {
  const { shown, below } = await figuresKept(ctx);
  return { own: shown.get(code) ?? { total: 0, bands: none() }, below: new Map((below.get(code) ?? []).map((each) => [each, shown.get(each)!])) };
}

/** 各社区的儿童人数, as far as they may be shown; of a place that is no pilot, or gave no figures, nothing is. */
export async function childrenOfPlaces(ctx: Ctx): Promise<(code: string) => Shown> {
  const { shown } = await figuresKept(ctx);
  return (code) => shown.get(`${code}=`) ?? shown.get(code) ?? hidden;
}

type Figures = { shown: Map<string, Shown>; below: Map<string, string[]> };
const kept = new WeakMap<Db, { at: Date; figures: Promise<Figures> }>();
const keptFor = 60_000;

/** Decided once for the whole nation, so that no page tells what another hides; kept for a minute, but inside a transaction read anew. */
function figuresKept({ db, now }: Ctx): Promise<Figures> {
  if (isTransaction(db)) return decideFigures(db);
  const before = kept.get(db);
  if (before && Math.abs(now.getTime() - before.at.getTime()) < keptFor) return before.figures;
  const figures = decideFigures(db);
  kept.set(db, { at: now, figures });
  figures.catch(() => kept.delete(db));
  return figures;
}

const isTransaction = (db: unknown) => db instanceof PgTransaction;

async function decideFigures(db: Db): Promise<Figures> {
  const counts = sql.join(ageBands.map((band) => sql`case when facts ->> ${`children-${band}`} ~ '^\\d{1,9}$' then (facts ->> ${`children-${band}`})::int else 0 end`), sql`, `);
  const { rows } = await db.execute<{ code: string; bands: number[] }>(sql`
    select ${communities.regionCode} as code, array[${counts}] as bands from ${communities}
    where facts ?| ${sql.param(ageBands.map((band) => `children-${band}`))}::text[]
      and exists (select from ${pilots} p where p.region_code = ${communities.regionCode} and p.state = 'pilot')
    order by 1`);
  const tree = treeOf(rows);
  return { shown: hideSmall(tree.get('*')!), below: new Map([...tree].map(([code, { below }]) => [code, below.map((one) => one.code)])) };
}

type Node = Cells & { bands: number[]; below: Node[] };

/** Every region is the sum of those below it; a unit that has others below it stands among them under its own code and a sign. */
function treeOf(rows: readonly { code: string; bands: readonly number[] }[]): Map<string, Node> {
  const tree = new Map<string, Node>([['*', { code: '*', bands: none(), below: [] }]]);
  for (const { code, bands } of rows) {
    let above = tree.get('*')!;
    for (const each of ['*', ...parentCandidates(code).toReversed(), code, ...(code.length === 9 ? [`${code}=`] : [])]) {
      const node = tree.get(each) ?? { code: each, bands: none(), below: [] };
      if (!tree.has(each)) {
        tree.set(each, node);
        above.below.push(node);
      }
      bands.forEach((count, band) => (node.bands[band]! += count));
      above = node;
    }
  }
  return tree;
}
