import type { Verb } from '#app/domain/base/accounts/access.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import type { Page } from '#app/platform/keyset.ts';
import type { Cell, Column, ListName } from './model.ts';

/** 名单定义: what a list is called, what right it takes, its columns in a language, and its rows in the scope of whoever asks. */
export type List = {
  name: ListName;
  verb: Verb;
  /** What it is called: the tab of the sheet, the name of the file. */
  title: (locale: Locale) => string;
  /** The page that shows it, to go back to. */
  page: string;
  columns: (locale: Locale) => readonly Column[];
  /** Rows of cells, some at a time, with the filters of the address; the scope is that of the read behind the page. */
  rows: (ctx: Ctx, search: string) => AsyncIterable<Cell[][]>;
  /** How many there will be, where that can be told cheaply: for the progress. */
  count?: (ctx: Ctx, search: string) => Promise<number>;
};

export type Lists = Readonly<Record<ListName, List>>;

export type Shown<R> = Column & { cell: (row: R) => Cell };

/** A definition that has no title yet. */
export type Untitled = Omit<List, 'title'>;

type Given<R> = Omit<Untitled, 'columns' | 'rows'> & {
  columns: (locale: Locale, ctx?: Ctx) => readonly Shown<R>[];
  batches: (ctx: Ctx, search: string) => AsyncIterable<readonly R[]>;
};

/** A definition out of columns that know their cell and a read that gives rows. */
export function listOf<R>({ columns, batches, ...about }: Given<R>): Untitled {
  return {
    ...about,
    columns: (locale) => columns(locale).map(({ title, width }) => ({ title, width })),
    async *rows(ctx, search) {
      const shown = columns(ctx.locale, ctx);
      for await (const batch of batches(ctx, search)) yield batch.map((row) => shown.map((column) => column.cell(row)));
    },
  };
}

/** 逐页: a list that a page shows by key, from its newest row to its last. */
export async function* pageByPage<R>(read: (after: string | undefined) => Promise<Page<R>>): AsyncGenerator<readonly R[]> {
  let after: string | undefined;
  do {
    const page = await read(after);
    yield page.rows;
    after = page.next;
  } while (after);
}

/** The filters of an address, without the place in the pages. */
export function searchOf(search: string): Record<string, string> {
  const asked = Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value.trim() !== ''));
  delete asked.after;
  delete asked.before;
  return asked;
}
