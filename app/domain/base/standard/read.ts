import { and, asc, desc, eq, lte } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import type { Edition } from './model.ts';
import { editions, norms, principles, rules, sections } from './tables.server.ts';
import { may } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** What is published never changes, so each edition is read once per process; the hash is its name. */
const known = new Map<string, Edition>();

/** And each database is asked once for it. */
const published = new WeakMap<Db, Map<string, Edition>>();

/** 现行规范: the edition published last. */
export async function currentEdition(ctx: Ctx): Promise<Edition> {
  const [row] = await ctx.db
    .select({ id: editions.id, hash: editions.hash })
    .from(editions)
    .where(eq(editions.state, 'published'))
    .orderBy(desc(editions.publishedAt))
    .limit(1);
  if (!row) throw new Refusal('no-edition-yet', 404);
  return known.get(`${row.id} ${row.hash}`) ?? read(ctx, row.id);
}

/** 当日规范: the edition that was the newest published one at a moment, if there was one yet. */
export async function editionOn(ctx: Ctx, at: Date): Promise<Edition | undefined> {
  const [row] = await ctx.db
    .select({ id: editions.id, hash: editions.hash })
    .from(editions)
    .where(and(eq(editions.state, 'published'), lte(editions.publishedAt, at)))
    .orderBy(desc(editions.publishedAt))
    .limit(1);
  return row && (known.get(`${row.id} ${row.hash}`) ?? read(ctx, row.id));
}

/** 某一版: a published edition for everybody, a draft for those who may publish it. */
export async function getEdition(ctx: Ctx, id: string): Promise<Edition> {
  const before = published.get(ctx.db)?.get(id);
  if (before) return before;
  const [row] = await ctx.db.select({ hash: editions.hash, state: editions.state }).from(editions).where(eq(editions.id, id));
  const isOpen = row?.state === 'published' || may(ctx.actor, 'standard.publish', { regionCode: '*' });
  if (!row || !isOpen) throw new Refusal('edition-not-found', 404);
  const edition = known.get(`${id} ${row.hash}`) ?? (await read(ctx, id));
  if (edition.state === 'published') published.set(ctx.db, (published.get(ctx.db) ?? new Map<string, Edition>()).set(id, edition));
  return edition;
}

/** 历版: newest first; drafts only for those who may publish them. */
export function listEditions(ctx: Ctx) {
  const list = ctx.db
    .select({ id: editions.id, zh: editions.zh, en: editions.en, state: editions.state, publishedAt: editions.publishedAt, hash: editions.hash })
    .from(editions);
  const all = may(ctx.actor, 'standard.publish', { regionCode: '*' });
  return (all ? list : list.where(eq(editions.state, 'published'))).orderBy(desc(editions.publishedAt)).limit(100);
}

async function read(ctx: Ctx, id: string): Promise<Edition> {
  const [row] = await ctx.db.select().from(editions).where(eq(editions.id, id));
  if (!row) throw new Refusal('edition-not-found', 404);
  const listed = await ctx.db.select().from(principles).where(eq(principles.editionId, id)).orderBy(asc(principles.position));
  const parts = await ctx.db.select().from(sections).where(eq(sections.editionId, id)).orderBy(asc(sections.position));
  const demands = await ctx.db.select().from(norms).where(eq(norms.editionId, id)).orderBy(asc(norms.position));
  const details = await ctx.db.select().from(rules).where(eq(rules.editionId, id)).orderBy(asc(rules.position));
  const edition: Edition = {
    id: row.id,
    zh: row.zh,
    en: row.en,
    state: row.state,
    note: { zh: row.note, en: row.noteEn },
    publishedAt: row.publishedAt,
    hash: row.hash,
    sources: row.sources,
    principles: listed.map(({ id: principle, zh, en }) => ({ id: principle, zh, en })),
    sections: parts.map((part) => ({
      id: part.id,
      chapter: part.chapter,
      zh: part.zh,
      en: part.en,
      about: { zh: part.about, en: part.aboutEn },
      norms: demands
        .filter((norm) => norm.sectionId === part.id)
        .map((norm) => ({
          id: norm.id,
          zh: norm.zh,
          en: norm.en,
          rules: details
            .filter((rule) => rule.normId === norm.id)
            .map(({ editionId: _, normId: __, position: ___, ...rule }) => rule),
        })),
    })),
  };
  if (row.state === 'published') known.set(`${row.id} ${row.hash}`, edition);
  return edition;
}
