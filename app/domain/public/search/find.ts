import { and, eq, gte, inArray, like, lte, or, type SQL, sql } from 'drizzle-orm';
import { may, mayAnywhere, type Verb } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { questionOf } from './dictionary.ts';
import type { SearchAsked } from './input.ts';
import { type Found, type Hit, hitsPerPage, marked, snippetOf } from './model.ts';
import { searchEntries } from './tables.server.ts';
import { type Question, tsqueryOf } from './words.ts';

/** So many of the newest are looked at; whoever asks for a word that stands everywhere narrows it down. */
const most = 200;

/** The verbs by which an entry may be seen that not everybody sees. */
const verbs = ['application.read', 'application.queue', 'call.edit', 'notice.edit'] as const satisfies readonly Verb[];

/** 可见: what is everybody's, and what lies where the person may do what it asks for. Counts are taken of these rows only. */
function visible(ctx: Ctx): SQL {
  const held = verbs.filter((verb) => mayAnywhere(ctx.actor, verb));
  const own = held.map((verb) => and(sql`${verb} = any(${searchEntries.audience})`, within(ctx, verb, searchEntries.regionCode)));
  return or(sql`${searchEntries.audience} = '{}'`, ...own)!;
}

type Candidate = { id: string; inTitle: boolean };

/** 搜索: titles that hold all the words first, then texts that hold the question as it was typed, then texts that hold its words. */
export async function search(ctx: Ctx, asked: SearchAsked): Promise<Found> {
  const words = asked.q ?? '';
  const question = await questionOf(words);
  if (!question) return { words, hits: [], count: 0, isMore: false, page: 1, pages: 0 };
  const where = and(visible(ctx), narrowed(asked));
  const [titled, others] = await Promise.all([candidates(ctx, question, 'title', where), candidates(ctx, question, 'anywhere', where)]);
  const seen = new Set(titled);
  const all: Candidate[] = [...titled.map((id) => ({ id, inTitle: true })), ...others.filter((id) => !seen.has(id)).map((id) => ({ id, inTitle: false }))];
  const kept = await sorted(ctx, question, all);
  const pages = Math.ceil(kept.length / hitsPerPage);
  const page = Math.max(1, Math.min(asked.page, pages));
  const hits = await shown(ctx, question, kept.slice((page - 1) * hitsPerPage, page * hitsPerPage));
  return { words, hits, count: kept.length, isMore: all.length >= most, page, pages };
}

function narrowed({ kind, region, from, to }: SearchAsked): SQL | undefined {
  return and(
    kind && eq(searchEntries.kind, kind),
    region ? inside(searchEntries.regionCode, region) : undefined,
    from ? gte(searchEntries.day, from) : undefined,
    to ? lte(searchEntries.day, to) : undefined,
  );
}

async function candidates(ctx: Ctx, question: Question, place: 'title' | 'anywhere', where: SQL | undefined): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: searchEntries.id })
    .from(searchEntries)
    .where(and(sql`${searchEntries.words} @@ ${tsqueryOf(question.needed, place)}::tsquery`, where))
    .orderBy(sql`${searchEntries.day} desc nulls last, ${searchEntries.id} desc nulls last`)
    .limit(most);
  return rows.map((row) => row.id);
}

/** One word that the index knows stands wherever the index says. */
const isOneWord = ({ needed, together, marks }: Question) => together.length === 0 && needed.length === 1 && needed[0] === marks[0];

/** Words beside each other are looked for in so many of the newest texts. */
const mostRead = 100;

/**
 * Texts are looked into only when the index does not say enough: stretches it does not know must stand there whole (all
 * candidates are read), and of several words those texts come first that hold the question as it was typed (the newest are).
 */
async function sorted(ctx: Ctx, question: Question, all: readonly Candidate[]): Promise<string[]> {
  const { together, marks } = question;
  const read = isOneWord(question) ? [] : together.length > 0 ? all : all.slice(0, mostRead);
  if (read.length === 0) return all.map(({ id }) => id);
  const text = sql`lower(${searchEntries.title} || ' ' || ${searchEntries.titleEn} || ' ' || ${searchEntries.body} || ' ' || ${searchEntries.bodyEn})`;
  const rows = await ctx.db
    .select({ id: searchEntries.id, isWhole: sql<boolean>`${text} like ${anywhere(marks[0]!)}` })
    .from(searchEntries)
    .where(and(inArray(searchEntries.id, read.map((each) => each.id)), ...together.map((stretch) => like(text, anywhere(stretch)))));
  const whole = new Map(rows.map((row) => [row.id, row.isWhole]));
  const rank = ({ id, inTitle }: Candidate) => (inTitle ? 0 : whole.get(id) ? 1 : 2);
  const kept = together.length > 0 ? all.filter(({ id }) => whole.has(id)) : all;
  return kept.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => id);
}

async function shown(ctx: Ctx, { marks }: Question, ids: readonly string[]): Promise<Hit[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.select(shownColumns).from(searchEntries).where(inArray(searchEntries.id, [...ids]));
  const paths = await regionPaths(ctx, rows.map((row) => row.regionCode).filter((code) => code !== '*'));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const isEnglish = ctx.locale === 'en';
    const title = isEnglish && row.titleEn ? row.titleEn : row.title;
    return [{
      key: id, kind: row.kind, title: marked(title, marks), snippet: snippetOf(bestBody(row, marks, isEnglish), marks), link: linkFor(ctx, row),
      region: paths.get(row.regionCode)?.map((step) => step.name).join(' ') ?? '', day: row.day,
    }];
  });
}

const shownColumns = {
  id: searchEntries.id, kind: searchEntries.kind, subjectId: searchEntries.subjectId, regionCode: searchEntries.regionCode, day: searchEntries.day, title: searchEntries.title,
  titleEn: searchEntries.titleEn, body: searchEntries.body, bodyEn: searchEntries.bodyEn, link: searchEntries.link,
};

/** The language of the page, unless only the other one says the words. */
function bestBody({ body, bodyEn }: { body: string; bodyEn: string }, marks: readonly string[], isEnglish: boolean): string {
  const [first, other] = isEnglish ? [bodyEn || body, body] : [body, bodyEn];
  const says = (text: string) => marks.some((word) => text.toLowerCase().includes(word));
  return !says(first) && says(other) ? other : first;
}

/** The office opens an application at the desk, its own people in their form. */
function linkFor(ctx: Ctx, row: { kind: string; subjectId: string; regionCode: string; link: string }): string {
  return row.kind === 'application' && may(ctx.actor, 'application.queue', row) ? `/desk/applications/${row.subjectId}` : row.link;
}
