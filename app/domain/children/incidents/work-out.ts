import { findAffected, findCodeUses, type Touched } from '#app/domain/children/identity/find-affected.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdIncident, type Incident } from './find-incident.ts';
import type { ScopeInput } from './input.ts';
import { incidentChildren, incidentScopes } from './tables.server.ts';
import { tellLines } from './tell-families.ts';

/**
 * 核实影响范围: who is affected, worked out from what was touched, within the region of the incident. It may be asked as often as something
 * new is known; who is on the list already is not there twice. Those found after the families were told are told at once.
 */
export function workOut(ctx: Ctx, id: string, input: ScopeInput): Promise<{ found: number; nameless: number }> {
  return change(ctx, async (tx) => {
    const incident = await holdIncident(tx, id);
    const { touched, regionCode, said } = touchedBy(incident, input);
    const scope = { incidentId: id, kind: input.kind, said, reason: input.reason, addedByName: tx.actor.name, addedAt: tx.now };
    if (input.kind === 'class-code') {
      const code = await findCodeUses(tx, regionCode, input.code);
      if (!code) throw new Refusal('incident-code-unknown', 422);
      await tx.db.insert(incidentScopes).values({ ...scope, found: 0, nameless: code.uses, codeId: code.id });
      await tx.record('incident.worked-out', incident, { by: input.kind, found: 0, nameless: code.uses });
      return { found: 0, nameless: code.uses };
    }
    const found = await addLines(tx, incident, await findAffected(tx, regionCode, touched!));
    await tx.db.insert(incidentScopes).values({ ...scope, found });
    await tx.record('incident.worked-out', incident, { by: input.kind, found });
    if (incident.state === 'told' && incident.notice) await tellLines(tx, incident);
    return { found, nameless: 0 };
  });
}

/** What is looked for, where, and how it reads on the page. */
function touchedBy(incident: Incident, input: ScopeInput): { touched: Touched | null; regionCode: string; said: string } {
  const { regionCode } = incident;
  if (input.kind === 'region') {
    if (!contains(regionCode, input.regionCode)) throw new Refusal('not-allowed', 403);
    return { touched: { by: 'region' }, regionCode: input.regionCode, said: input.regionCode };
  }
  if (input.kind === 'looks') {
    return { touched: { by: 'looks', from: input.from, to: input.to, openedByName: input.byName }, regionCode, said: `${beijingTime(input.from).slice(0, 16)} – ${beijingTime(input.to).slice(0, 16)}${input.byName ? ` · ${input.byName}` : ''}` };
  }
  if (input.kind === 'class-code') return { touched: null, regionCode, said: input.code };
  const numbers = input.numbers.toLowerCase().match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{8}\b/g) ?? [];
  if (numbers.length === 0) throw new Refusal('incident-no-numbers', 422);
  return { touched: { by: 'children', numbers }, regionCode, said: String(numbers.length) };
}

async function addLines(tx: Change, { id }: Incident, kids: readonly { childId: string; regionCode: string }[]): Promise<number> {
  let added = 0;
  for (let at = 0; at < kids.length; at += 1000) {
    const some = kids.slice(at, at + 1000).map((kid) => ({ incidentId: id, ...kid }));
    added += (await tx.db.insert(incidentChildren).values(some).onConflictDoNothing().returning({ id: incidentChildren.id })).length;
  }
  return added;
}
