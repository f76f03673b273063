import { and, eq } from 'drizzle-orm';
import { receive } from '#app/domain/children/suggestions/submit-suggestion.ts';
import { suggestions } from '#app/domain/children/suggestions/tables.server.ts';
import type { Change } from '#app/platform/change.ts';
import { itself, type Motion } from './find.ts';
import { councilMotions } from './tables.server.ts';

type Source = { regionCode: string; layer: string; childId: string | null; text: string };

/** 转为事项: what children decided together goes on the promise clock like every child's wish, and is told and rated there. */
export async function openMatterOf(tx: Change, { regionCode, layer, childId, text }: Source): Promise<{ matterId: string; saidId: string }> {
  const { id, county } = await receive(tx, { topic: 'other', text, pictures: [], plate: '', regionCode, layer, childId, way: 'paper' }, []);
  const [row] = await tx.db.select({ matterId: suggestions.matterId }).from(suggestions).where(and(eq(suggestions.countyCode, county), eq(suggestions.id, id)));
  return { matterId: row!.matterId, saidId: id };
}

/** An adopted motion as a matter. */
export async function openAsMatter(tx: Change, motion: Motion, layer: string): Promise<void> {
  const opened = await openMatterOf(tx, { regionCode: motion.regionCode, layer, childId: motion.childId, text: `${motion.title}\n${motion.text}` });
  await tx.db.update(councilMotions).set(opened).where(itself(councilMotions, motion));
}
