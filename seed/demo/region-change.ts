import { proposeChange } from '#app/domain/base/region-changes/propose.ts';
import { listChildren } from '#app/domain/base/regions/read.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 示例区划变更: two townships nobody in the story works in are to bear other names; it waits for a second person. */
export async function announceRenames(stage: Stage, county: string): Promise<void> {
  const ctx = by(stage, 'office', { day: -1 });
  const [one, two] = (await listChildren(ctx, county)).filter((unit) => unit.kind === 'town' || unit.kind === 'township');
  const lines = [one, two].flatMap((unit) => (unit ? [`更名\t${unit.code}\t${unit.name}\t\t${unit.name.slice(0, -1)}（示例）${unit.name.slice(-1)}`] : [])).join('\n');
  await proposeChange(ctx, { effectiveOn: dayOf(stage, 40), source: '示例文件〔演示〕1 号', lines });
}
