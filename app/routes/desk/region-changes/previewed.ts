import { readSheet } from '#app/domain/base/documents/read-sheet.ts';
import { codesOf, touchedPeople } from '#app/domain/base/region-changes/touched.ts';
import { planOf } from '#app/domain/base/region-changes/plan.ts';
import { readLines } from '#app/domain/base/region-changes/model.ts';
import { type ChangeLine, isGrave } from '#app/domain/base/regions/model.ts';
import { touchedWork } from '#app/domain/pilot/applications/touched-by-regions.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const shown = 60;

/** 预览: what the lines mean today, or where they cannot be read or carried out. */
export async function previewed(ctx: Ctx, text: string) {
  const { lines, unread } = readLines(text);
  if (unread.length > 0) return { unread };
  return { ...(await meaning(ctx, lines)), isGrave: isGrave(lines) };
}

/** The same for lines that are kept already. */
export async function meaning(ctx: Ctx, lines: readonly ChangeLine[]) {
  const planned = await planOf(ctx, lines);
  if ('problems' in planned) return { problems: planned.problems };
  const { plan } = planned;
  const codes = codesOf(plan);
  const [people, work] = await Promise.all([touchedPeople(ctx, codes), touchedWork(ctx, codes)]);
  return {
    touched: { units: codes.length, made: plan.made.length, ended: plan.ended.length, ...people, ...work },
    moves: [
      ...plan.renamed.map(({ code, from, to }) => ({ from: `${code} ${from}`, to: `${code} ${to}` })),
      ...plan.fates.map(({ from, to }) => ({ from: `${from.code} ${from.name}`, to: to.map(({ code, name }) => `${code} ${name}`).join('、') })),
    ].slice(0, shown),
  };
}
export type Previewed = Awaited<ReturnType<typeof previewed>>;

/** What the form brings: the file if one was chosen, else what stands in the field. */
export async function tableIn(form: FormData): Promise<string> {
  const file = form.get('file');
  const typed = form.get('lines');
  if (!(file instanceof File) || file.size === 0) return typeof typed === 'string' ? typed : '';
  if (!/\.xlsx$/i.test(file.name)) return file.text();
  const [sheet] = await readSheet(new Uint8Array(await file.arrayBuffer()));
  return (sheet?.rows ?? []).map((row) => row.map((cell) => cell.replaceAll(/[\t\r\n]/g, ' ')).join('\t')).join('\n');
}
