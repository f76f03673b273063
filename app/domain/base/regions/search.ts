import { and, asc, eq, gte, inArray, like, lt, lte, type SQL, sql } from 'drizzle-orm';
import { levelOf } from './model.ts';
import { inside } from './inside.ts';
import { isShown, type Region, regionPaths, type Step } from './read.ts';
import { searchPasts } from './search-pasts.ts';
import { asked, indexQuestion, isSpelt } from './search-words.ts';
import { regions } from './tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** What was found, with the name it bore before when that is what was asked for. */
export type Found = Region & { path: Step[]; was?: { code: string; name: string } };
export type Search = { within?: string; levels?: readonly number[]; limit?: number };
type Candidate = Region & { pinyin: string; initials: string };

/** More than these are not looked at: the words were too common to mean one place. */
const candidates = 200;

/**
 * 查找区划 by name, full pinyin or initials; wider units first, then names that begin with the words.
 * When no name has them all, the first words may name the unit around it (合肥滨湖, hfbh).
 */
export async function searchRegions(ctx: Ctx, query: string, { within = '*', levels, limit = 20 }: Search = {}): Promise<Found[]> {
  const text = asked(query);
  if (text === '') return [];
  const most = Math.min(Math.max(limit, 1), 50);
  const wanted = (region: Region) => !levels || levels.includes(region.level);
  let found = await searchNames(ctx, text, within, wanted, most);
  if (found.length === 0) found = await searchInside(ctx, text, within, wanted, most);
  const renamed = (await searchPasts(ctx, text, within, most)).filter((region) => wanted(region) && !found.some(({ code }) => code === region.code));
  const both = [...found.map(({ code, name, level, kind }) => ({ code, name, level, kind })), ...renamed].slice(0, most);
  const paths = await regionPaths(ctx, both.map((region) => region.code));
  return both.map((region) => {
    const path = paths.get(region.code) ?? [];
    return { ...region, name: path.at(-1)?.name ?? region.name, path };
  });
}

async function searchNames(ctx: Ctx, text: string, within: string, wanted: (region: Region) => boolean, limit: number) {
  const branches = isSpelt(text) ? spelt(text) : named(text);
  const found = new Map<string, Candidate>();
  for (const { where, order } of branches) {
    const rows = await ask(ctx, and(where, inside(regions.code, within), isShown()), order);
    for (const row of rows.filter(wanted).toSorted(byRank(text))) found.set(row.code, row);
    if (found.size >= limit) break;
  }
  return [...found.values()].slice(0, limit);
}

function ask(ctx: Ctx, where: SQL | undefined, order: SQL[] = []): Promise<Candidate[]> {
  return ctx.db
    .select({ code: regions.code, name: regions.name, level: regions.level, kind: regions.kind, pinyin: regions.pinyin, initials: regions.initials })
    .from(regions)
    .where(where)
    .orderBy(...order)
    .limit(candidates);
}

type Branch = { where: SQL | undefined; order?: SQL[] };

const holds = (question: string) => sql`${regions.words} @@ ${question}::tsquery`;
const isCommittee = eq(regions.level, 5);
const isAbove = lte(regions.level, 4);

function named(text: string): Branch[] {
  const has = like(regions.name, `%${text}%`);
  const branch = (level: 4 | 5, place: 'anywhere' | 'beginning'): Branch => {
    const question = indexQuestion(text, level, place);
    return { where: and(level === 5 ? isCommittee : isAbove, has, question === null ? undefined : holds(question)) };
  };
  return [branch(4, 'anywhere'), branch(5, 'beginning'), branch(5, 'anywhere')];
}

function spelt(text: string): Branch[] {
  const after = `${text}{`; // '{' follows 'z'
  const range = (column: typeof regions.pinyin | typeof regions.initials): Branch => ({
    where: and(isCommittee, gte(column, text), lt(column, after)),
    order: [asc(column)],
  });
  const above: Branch =
    text.length === 1
      ? { where: and(inArray(regions.level, [1, 2]), gte(regions.initials, text), lt(regions.initials, after)) }
      : { where: and(isAbove, holds(`'${text}':*`)) };
  return [above, range(regions.pinyin), range(regions.initials)];
}

function byRank(text: string) {
  const begins = (region: Candidate) =>
    Number(!(region.name.startsWith(text) || region.pinyin.startsWith(text) || region.initials.startsWith(text)));
  return (a: Candidate, b: Candidate) =>
    a.level - b.level || begins(a) - begins(b) || a.name.length - b.name.length || (a.code < b.code ? -1 : 1);
}

/** Splits the words into a unit and something inside it: every unit whose name begins them, the longest name first. */
async function searchInside(ctx: Ctx, text: string, within: string, wanted: (region: Region) => boolean, limit: number) {
  if (text.length < 3) return [];
  const head = text.slice(0, 2);
  const question = isSpelt(text) ? `'${head}':*` : `'^${head}'`;
  const around = await ask(ctx, and(lte(regions.level, 3), holds(question), inside(regions.code, within), isShown()));
  const splits = around
    .flatMap((region) => heads(region).filter((said) => text.startsWith(said)).map((said) => ({ region, said })))
    .filter(({ said }) => said.length < text.length)
    .toSorted((a, b) => b.said.length - a.said.length || a.region.level - b.region.level)
    .slice(0, 6);
  for (const { region, said } of splits) {
    const isBelow = (found: Region) => wanted(found) && found.code !== region.code && levelOf(found.code) > region.level;
    const found = await searchNames(ctx, text.slice(said.length), region.code, isBelow, limit);
    if (found.length > 0) return found;
  }
  return [];
}

/** How a province, city or county is called: in full, without its ending, in pinyin, in initials. */
function heads({ name, pinyin, initials }: Candidate): string[] {
  const short = name.replace(/(特别行政区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$/, '');
  const tail = name.length - short.length;
  const endings: Record<string, string> = { 省: 'sheng', 市: 'shi', 区: 'qu', 县: 'xian', 盟: 'meng', 旗: 'qi' };
  const ending = tail === 1 ? (endings[name.slice(-1)] ?? '') : '';
  return [name, short, pinyin, pinyin.slice(0, pinyin.length - ending.length), initials, initials.slice(0, initials.length - tail)].filter(
    (said) => said.length >= 2,
  );
}
