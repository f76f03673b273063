import { type AnyColumn, sql, type SQL } from 'drizzle-orm';
import type { FieldText, ItemKind } from './model.ts';
import { moderationItems } from './tables.server.ts';

const approved = (kind: ItemKind, idColumn: AnyColumn | SQL) =>
  sql`select from ${moderationItems} as m where m.kind = ${kind} and m.subject_id = ${idColumn}::text and m.state = 'approved'`;

/** 已通过审核: a part of a question, true for rows whose thing a person has approved. */
export function isApproved(kind: ItemKind, idColumn: AnyColumn | SQL): SQL<boolean> {
  return sql<boolean>`exists (${approved(kind, idColumn)})`;
}

/** 可放显眼处: approved and none of the four labels; the home page and every other prominent place ask for this. */
export function isFeaturable(kind: ItemKind, idColumn: AnyColumn | SQL): SQL<boolean> {
  return sql<boolean>`exists (${approved(kind, idColumn)} and m.labels = '{}')`;
}

/** 改后的文字 that whoever sent the thing is asked about; nothing while nobody is asked. */
export function proposalOf(kind: ItemKind, idColumn: AnyColumn | SQL): SQL<FieldText[] | null> {
  const asked = sql`select m.edited from ${moderationItems} as m where m.kind = ${kind} and m.subject_id = ${idColumn}::text and m.state = 'to-agree'`;
  return sql<FieldText[] | null>`(${asked})`;
}
