import { and, desc, eq, isNull } from 'drizzle-orm';
import { messages } from '#app/domain/base/inbox/tables.server.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { config } from '#app/platform/config.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { codeOf } from './contact-code.ts';
import { type Channel, codeMinutes, fillIn, type LetterKind, mustReach, policies, type Preferences } from './model.ts';
import { preferencesOf } from './preferences.ts';
import type { Outgoing } from './providers/provider.ts';
import { contactPoints, deliveries, notificationTemplates } from './tables.server.ts';

type Values = Record<string, string | number>;
export type Texts = { subject: string; body: string; short: string };

/** 内置文字: what a letter says while nobody has edited its words. */
export type BuiltIn = (kind: LetterKind, values: Values, locale: Preferences['locale']) => Texts;
export type Claimed = { id: string; userId: string; messageId: string | null; contactId: string | null; channel: Channel; kind: LetterKind; round: number; since: Date; createdAt: Date };

/** 写信: the letter a delivery stands for, or why it need not go any more. */
export async function letterFor(ctx: Ctx, delivery: Claimed, builtIn: BuiltIn): Promise<Outgoing | { isNeedless: string }> {
  const [contact] = await ctx.db
    .select({ id: contactPoints.id, address: contactPoints.address, issuedAt: contactPoints.issuedAt, verifiedAt: contactPoints.verifiedAt, name: users.name })
    .from(contactPoints)
    .innerJoin(users, and(eq(users.id, contactPoints.userId), isNull(users.disabledAt)))
    .where(eq(contactPoints.id, delivery.contactId ?? '00000000-0000-0000-0000-000000000000'));
  if (!contact) return { isNeedless: 'no-contact' };
  const { locale } = (await preferencesOf(ctx, [delivery.userId]))(delivery.userId);
  const told = await contentOf(ctx, delivery, contact, builtIn, locale);
  if ('isNeedless' in told) return told;
  const values: Values = { ...told.values, person: contact.name, link: addressOf(told.link) };
  const texts = await textsFor(ctx, delivery.kind, values, builtIn, locale);
  return {
    key: `${delivery.id}-${delivery.round}`,
    to: contact.address,
    subject: texts.subject,
    text: delivery.channel === 'email' ? texts.body : texts.short,
    kind: delivery.kind,
    params: told.values,
    ...(isOptional(delivery.kind) ? { settings: addressOf('/account/notifications') } : {}),
  };
}

type Contact = { id: string; issuedAt: Date; verifiedAt: Date | null };

async function contentOf(ctx: Ctx, delivery: Claimed, contact: Contact, builtIn: BuiltIn, locale: Preferences['locale']): Promise<{ values: Values; link: string } | { isNeedless: string }> {
  if (delivery.kind === 'contact-code') return contact.verifiedAt ? { isNeedless: 'proven' } : { values: { code: codeOf(contact), minutes: codeMinutes }, link: '/account/notifications' };
  if (delivery.kind === 'digest') return digestOf(ctx, delivery, builtIn, locale);
  const [message] = await ctx.db.select().from(messages).where(eq(messages.id, delivery.messageId ?? delivery.id));
  if (!message) return { isNeedless: 'no-message' };
  // What was held over the night and read in the meantime need not ring in the morning.
  if (message.readAt && delivery.since > delivery.createdAt) return { isNeedless: 'read' };
  return { values: message.params, link: message.link };
}

async function digestOf(ctx: Ctx, delivery: Claimed, builtIn: BuiltIn, locale: Preferences['locale']): Promise<{ values: Values; link: string } | { isNeedless: string }> {
  const lines = await ctx.db
    .select({ kind: messages.kind, params: messages.params })
    .from(deliveries)
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .where(and(eq(deliveries.digestId, delivery.id), isNull(messages.readAt)))
    .orderBy(messages.id)
    .limit(100);
  if (lines.length === 0) return { isNeedless: 'read' };
  const items = lines.map((line, n) => `${n + 1}. ${builtIn(line.kind as LetterKind, line.params, locale).short}`).join('\n');
  return { values: { count: lines.length, items }, link: '/account/inbox' };
}

async function textsFor(ctx: Ctx, kind: LetterKind, values: Values, builtIn: BuiltIn, locale: Preferences['locale']): Promise<Texts> {
  const own = builtIn(kind, values, locale);
  const [template] = await ctx.db.select().from(notificationTemplates)
    .where(and(eq(notificationTemplates.kind, kind), eq(notificationTemplates.locale, locale))).orderBy(desc(notificationTemplates.version)).limit(1);
  if (!template?.subject || !template.body || !template.short) return own;
  return { subject: fillIn(template.subject, values), body: fillIn(template.body, values), short: fillIn(template.short, values) };
}

function isOptional(kind: LetterKind): boolean {
  if (kind === 'digest') return true;
  return kind !== 'contact-code' && !mustReach[policies[kind].topic];
}

const addressOf = (path: string) => new URL(path, config().PUBLIC_URL ?? `http://localhost:${config().PORT}`).href;
