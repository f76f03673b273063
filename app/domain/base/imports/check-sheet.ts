import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { limit } from '#app/platform/limit.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import { interpret } from './interpret.ts';
import type { Kind, Kinds } from './kind.ts';
import type { Fault, ImportKind } from './model.ts';
import { type ReadFile, readRows } from './read-rows.ts';
import { importRows, imports } from './tables.server.ts';

type Row = typeof importRows.$inferInsert;

/** 检查来表: what each row would do and what is wrong with it, by cell; nothing but this preview is kept. */
export async function checkSheet(ctx: Ctx, kinds: Kinds, sheet: { kind: ImportKind; name: string; content: Uint8Array }): Promise<string> {
  const kind = kinds[sheet.kind];
  allowAnywhere(ctx, kind.verb);
  await limit(ctx, `import:${ctx.actor.id}`, 30, 3600);
  const file = await readRows(kind, sheet);
  const judged = await judge(ctx, kind, file);

  return change(ctx, async (tx) => {
    const fileName = [...sheet.name.replace(/^.*[/\\]/, '').replace(/\p{C}/gu, '')].slice(0, 100).join('');
    const [made] = await tx.db
      .insert(imports)
      .values({ ownerId: tx.actor.id, kind: kind.name, fileName, locale: tx.locale, rows: judged.length, createdAt: tx.now })
      .returning({ id: imports.id });
    const importId = made!.id;
    for (const rows of inParts(judged)) await tx.db.insert(importRows).values(rows.map((row) => ({ ...row, importId })));
    await tx.record('import.checked', { id: importId, regionCode: regionsFor(tx.actor, kind.verb)[0] ?? '*' }, { kind: kind.name, name: fileName, rows: judged.length });
    return importId;
  });
}

async function judge(ctx: Ctx, kind: Kind, { rows, cellOf }: ReadFile): Promise<Omit<Row, 'importId'>[]> {
  const read = rows.map((row) => ({ ...row, ...interpret(kind, row.given) }));
  const right = read.filter((row) => !row.wrong);
  const verdicts = await kind.judge(ctx, right.map((row) => row.input));
  const said = new Map(right.map((row, i) => [row.line, verdicts[i]!]));
  return read.map(({ line, given, wrong }) => {
    const faultOf = ({ column, code, figures }: Omit<Fault, 'cell'>): Fault => ({ cell: cellOf(line, column), column, code, ...(figures ? { figures } : {}) });
    const verdict: RowVerdict | undefined = said.get(line);
    if (!verdict) return { line, given, state: 'wrong' as const, faults: (wrong ?? []).map(faultOf) };
    if (verdict.state === 'wrong') return { line, given, state: verdict.state, faults: [faultOf({ ...verdict, ...doubled(verdict) })] };
    const known = verdict.state === 'changed' ? { subjectId: verdict.subjectId, before: verdict.before } : {};
    return { line, given, state: verdict.state, ...known };
  });

  /** A row that repeats another one says which: its place among the right rows becomes its number in the file. */
  function doubled(verdict: { code: string; figures?: string[] }) {
    return verdict.code === 'double' ? { figures: [String(right[Number(verdict.figures?.[0])]?.line ?? '')] } : {};
  }
}
