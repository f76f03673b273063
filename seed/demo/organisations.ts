import { grantRole } from '#app/domain/base/accounts/grant-role.ts';
import { rememberFacts } from '#app/domain/base/communities/facts.ts';
import { creditCheck } from '#app/domain/base/organisations/model.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { verifyOrganisation } from '#app/domain/base/organisations/verify.ts';
import { change } from '#app/platform/change.ts';
import { people } from './accounts.ts';
import { countsOf } from './answers.ts';
import { binhu, phoneOf, type Place, places } from './places.ts';
import { by, know, type Stage } from './stage.ts';

/** An invented code that passes the check: its middle says 9 where real offices have letters of their register. */
export function inventedCode(kind: '11' | '52', regionCode: string): string {
  const first = `${kind}${regionCode.slice(0, 6)}999${regionCode.slice(6, 9).padEnd(3, '0')}000`;
  return first + creditCheck(first);
}

/** 登记机构: each government by its own officer, verified by the office; one social organisation with its agent. */
export async function makeOrganisations(stage: Stage, day: number): Promise<void> {
  const governments = new Map(places.map((place) => [place.government, place]));
  for (const place of governments.values()) await registerGovernment(stage, day, place);

  const agent = by(stage, 'dandelion', { day: day + 1, at: '10:10' });
  const id = await registerOrganisation(agent, {
    kind: 'social-organisation', name: '合肥市蒲公英儿童社会工作服务中心（示例）', creditCode: inventedCode('52', '340111400'), regionCode: '340111',
    address: '合肥市包河区（示例地址）', contactName: '叶知秋（示例）', contactPhone: '0551-60000017',
  });
  await verifyOrganisation(by(stage, 'office-check', { day: day + 2 }), id, { verdict: 'verified', revision: 0, note: '证书与登记信息一致（示例）' });
  const grant = { role: 'organisation-agent' as const, regionCode: '340111', organisationId: id };
  await grantRole(by(stage, 'secadmin', { day: day + 2, at: '11:00' }), agent.actor.id, grant);
  know(stage, 'dandelion', agent.actor.id, agent.actor.name, [grant]);
}

async function registerGovernment(stage: Stage, day: number, place: Place) {
  const officer = people.find(({ role, region }) => role === 'government-officer' && region === place.government)!;
  const id = await registerOrganisation(by(stage, officer.username, { day, at: '16:20' }), {
    kind: 'government', name: `${place.district}${place.governmentName}`, creditCode: inventedCode('11', place.government),
    regionCode: place.government, address: `${place.district}（示例地址）1 号`, contactName: officer.name,
    contactPhone: phoneOf(place),
  });
  await verifyOrganisation(by(stage, 'office-check', { day: day + 1 }), id, { verdict: 'verified', revision: 0, note: '' });
}

/** 记入社区情况: invented counts of every unit, said to be invented, so that the next form has them filled in. */
export async function noteCommunities(stage: Stage, day: number): Promise<void> {
  const ctx = by(stage, 'system', { day, at: '18:00' });
  const units = new Set([...places.map(({ unit }) => unit), binhu]);
  const known = [...units].map((unit) => ({ regionCode: unit, facts: countsOf(unit) }));
  await change(ctx, (tx) => rememberFacts(tx, known, true));
}
