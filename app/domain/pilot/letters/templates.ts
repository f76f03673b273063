import { and, desc, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { firstTemplates } from './first-templates.ts';
import { type LetterKind, letterKinds } from './model.ts';
import { letterTemplates } from './tables.server.ts';

/** 现行模板: the newest version; version 0 is what the system came with. */
export async function templateOf(ctx: Ctx, kind: LetterKind) {
  const [row] = await ctx.db.select().from(letterTemplates).where(eq(letterTemplates.kind, kind)).orderBy(desc(letterTemplates.version)).limit(1);
  return row ?? { ...firstTemplates[kind], kind, version: 0, restoredFrom: null, savedByName: '', savedAt: null };
}

/** One version of a template, for the undo. */
export async function templateVersion(ctx: Ctx, kind: LetterKind, version: number) {
  if (version === 0) return firstTemplates[kind];
  const [row] = await ctx.db.select().from(letterTemplates).where(and(eq(letterTemplates.kind, kind), eq(letterTemplates.version, version)));
  if (!row) throw new Refusal('letter-version-not-found', 404);
  return row;
}

/** 模板及其各版: for those who edit them. */
export async function getTemplate(ctx: Ctx, kind: string) {
  allow(ctx, 'letter.edit-template', { regionCode: '*' });
  const known = letterKinds.find((one) => one === kind);
  if (!known) throw new Refusal('not-found', 404);
  const versions = await ctx.db
    .select({ version: letterTemplates.version, savedByName: letterTemplates.savedByName, savedAt: letterTemplates.savedAt, restoredFrom: letterTemplates.restoredFrom })
    .from(letterTemplates)
    .where(eq(letterTemplates.kind, known))
    .orderBy(desc(letterTemplates.version))
    .limit(50);
  const current = await templateOf(ctx, known);
  return { kind: known, version: current.version, zh: current.zh, en: current.en, versions };
}

/** 文书模板一览: which version of each kind counts. */
export async function listTemplates(ctx: Ctx) {
  allow(ctx, 'letter.edit-template', { regionCode: '*' });
  const rows = [];
  for (const kind of letterKinds) {
    const { version, zh, en, savedByName, savedAt } = await templateOf(ctx, kind);
    rows.push({ kind, version, title: ctx.locale === 'en' ? en.title : zh.title, savedByName, savedAt });
  }
  return rows;
}
