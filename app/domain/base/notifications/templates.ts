import { and, desc, eq, max } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { namesOf } from '#app/domain/base/accounts/people.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { LetterKind, Preferences } from './model.ts';
import { wrongPlaceholders } from './placeholders.ts';
import { notificationTemplates } from './tables.server.ts';

type Locale = Preferences['locale'];
export type Words = { subject: string; body: string; short: string };
export type Version = { version: number; words: Words | null; by: string; at: Date };

const nation = { regionCode: '*' };
const of = (kind: LetterKind, locale: Locale) => and(eq(notificationTemplates.kind, kind), eq(notificationTemplates.locale, locale));

/** 哪些改过: each kind and language whose words are not the built-in ones, with the number of its newest version. */
export async function editedTemplates(ctx: Ctx): Promise<Map<string, number>> {
  allow(ctx, 'template.edit', nation);
  const rows = await ctx.db
    .selectDistinctOn([notificationTemplates.kind, notificationTemplates.locale])
    .from(notificationTemplates)
    .orderBy(notificationTemplates.kind, notificationTemplates.locale, desc(notificationTemplates.version));
  return new Map(rows.filter((row) => row.subject !== null).map((row) => [`${row.kind} ${row.locale}`, row.version]));
}

/** 模板的版本, newest first; one without words stands for the built-in ones. */
export async function templateVersions(ctx: Ctx, kind: LetterKind, locale: Locale): Promise<Version[]> {
  allow(ctx, 'template.edit', nation);
  const rows = await ctx.db.select().from(notificationTemplates).where(of(kind, locale)).orderBy(desc(notificationTemplates.version)).limit(50);
  const names = await namesOf(ctx, rows.map((row) => row.editedBy));
  return rows.map(({ version, subject, body, short, editedBy, editedAt }) => ({
    version, words: subject && body && short ? { subject, body, short } : null, by: names.get(editedBy) ?? '', at: editedAt,
  }));
}

/** 编辑模板: new words are a new version; they may name only what the kind knows. */
export function editTemplate(ctx: Ctx, kind: LetterKind, locale: Locale, { subject, body, short }: Words): Promise<number> {
  return change(ctx, async (tx) => {
    allow(tx, 'template.edit', nation);
    const isWrong = [subject, body, short].some((text) => wrongPlaceholders(text, kind).length > 0);
    if (isWrong) throw new Refusal('template-placeholder-unknown', 422);
    if (kind === 'contact-code' && ![body, short].every((text) => text.includes('{code}'))) throw new Refusal('template-code-missing', 422);
    return write(tx, kind, locale, { subject, body, short });
  });
}

/** 恢复模板: an earlier version becomes the newest; 0 is the built-in one. */
export function restoreTemplate(ctx: Ctx, kind: LetterKind, locale: Locale, version: number): Promise<number> {
  return change(ctx, async (tx) => {
    allow(tx, 'template.edit', nation);
    if (version === 0) return write(tx, kind, locale, null);
    const [old] = await tx.db.select().from(notificationTemplates).where(and(of(kind, locale), eq(notificationTemplates.version, version)));
    if (!old) throw new Refusal('not-found', 404);
    return write(tx, kind, locale, old.subject && old.body && old.short ? { subject: old.subject, body: old.body, short: old.short } : null);
  });
}

async function write(tx: Change, kind: LetterKind, locale: Locale, words: Words | null): Promise<number> {
  const [newest] = await tx.db.select({ version: max(notificationTemplates.version) }).from(notificationTemplates).where(of(kind, locale));
  const version = (newest?.version ?? 0) + 1;
  const none = { subject: null, body: null, short: null };
  const made = await tx.db.insert(notificationTemplates)
    .values({ kind, locale, version, ...(words ?? none), editedBy: tx.actor.id, editedAt: tx.now }).onConflictDoNothing().returning({ id: notificationTemplates.id });
  if (made.length === 0) throw new Refusal('changed-meanwhile');
  await tx.record('template.edited', { id: `${kind} ${locale}`, regionCode: '*' }, { version, isBuiltIn: words === null });
  return version;
}
