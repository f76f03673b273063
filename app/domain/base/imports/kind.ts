import type { z } from 'zod';
import type { Verb } from '#app/domain/base/accounts/access.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import type { Given, ImportKind } from './model.ts';

/** 列: its name, whether it must be filled in, how wide it is, how much it takes, and the codes it may choose from. */
export type ImportColumn = { name: string; isRequired: boolean; width: number; most: number; choices?: readonly string[]; isMany?: boolean };

/** What a row did: what it made or changed, and a secret for whoever imported it. */
export type Applied = { subjectId: string; sealed?: string };
export type Done = { subjectId: string; given: Given; before: Record<string, unknown> | null };

/** 导入定义: the columns, how a row is read, judged beside what is there, done, and taken back. */
export type Kind<I = unknown> = {
  name: ImportKind;
  verb: Verb;
  columns: readonly ImportColumn[];
  /** Column names and choices in the user's words, and the sentence for each choice of the template. */
  words: (locale: Locale) => { titles: Record<string, string>; choices: Record<string, Record<string, string>>; notes: Record<string, string> };
  input: z.ZodType<I>;
  judge: (ctx: Ctx, rows: readonly I[]) => Promise<RowVerdict[]>;
  apply: (ctx: Ctx, input: I, before: { subjectId: string } | undefined) => Promise<Applied>;
  /** What undoes a row; none where nothing may. */
  undo?: (ctx: Ctx, done: Done, input: I) => Promise<void>;
};

/** A definition among others: what its rows are is its own affair. */
export function kindOf<I>(kind: Kind<I>): Kind {
  return kind as unknown as Kind;
}

export type Kinds = Readonly<Record<ImportKind, Kind>>;
