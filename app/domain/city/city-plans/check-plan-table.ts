import { eq, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { gridOfWord } from '#app/domain/base/documents/grid.ts';
import { readGridUpload, readWordUpload } from '#app/domain/base/documents/read-upload.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { isUsableIn } from '#app/domain/city/indicators/model.ts';
import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { PlanTableInput } from './input.ts';
import { readPlanTable } from './read-plan-table.ts';
import { cityPlans, cityPlanTables } from './tables.server.ts';

/** 检查计划表: what stands in a Word or Excel table, with every fault at its cell; nothing but this preview is kept. */
export async function checkPlanTable(ctx: Ctx, input: PlanTableInput, file: { name: string; content: Uint8Array }): Promise<string> {
  const { regionCode, startsOn, endsOn } = input;
  allow(ctx, 'city-plan.edit', { regionCode });
  if (regionCode !== '*' && (levelOf(regionCode) > levels.county || !(await findRegion(ctx, regionCode)))) throw new Refusal('plan-region', 422);
  await limit(ctx, `plan-table:${ctx.actor.id}`, 30, 3600);
  const isWord = /\.docx$/i.test(file.name);
  if (!isWord && !/\.xlsx$/i.test(file.name)) throw new Refusal('document-kind', 400);
  const grids = isWord ? (await readWordUpload(file.content)).tables.map((table) => gridOfWord(table, '')) : await readGridUpload(file.content);
  const known = { indicators: [...(await indicatorsByCode(ctx)).values()].filter(({ definition }) => isUsableIn(definition, regionCode)), departments: await listDepartments(ctx), isNation: regionCode === '*', ownCodes: await ownCodes(ctx, regionCode) };
  const reading = readPlanTable(grids, isWord, input, known);
  if (!reading) throw new Refusal('plan-table-heads', 422);
  if (reading.content.actions.length === 0 && reading.faults.length === 0) throw new Refusal('plan-table-empty', 422);
  return change(ctx, async (tx) => {
    const fileName = [...file.name.replace(/^.*[/\\]/, '').replace(/\p{C}/gu, '')].slice(0, 100).join('');
    const [made] = await tx.db.insert(cityPlanTables).values({ ownerId: tx.actor.id, regionCode, fileName, startsOn, endsOn, reading, createdAt: tx.now }).returning({ id: cityPlanTables.id });
    await tx.record('city-plan.table-read', { id: made!.id, regionCode }, { name: fileName, actions: reading.content.actions.length, faults: reading.faults.length });
    return made!.id;
  });
}

/** 这个地方的计划用过的指标. */
async function ownCodes(ctx: Ctx, regionCode: string): Promise<string[]> {
  const rows = await ctx.db.selectDistinct({ code: sql<string>`jsonb_path_query(${cityPlans.content}, '$.actions[*].indicators[*].code') #>> '{}'` }).from(cityPlans).where(eq(cityPlans.regionCode, regionCode)).limit(1000);
  return rows.map(({ code }) => code);
}
