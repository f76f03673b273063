import type { Actor } from '#app/platform/ctx.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Content } from './model.ts';

const ownRoles = ['government-officer', 'community-worker'];

/** 封存件由谁看: those who work for the place itself, a street or a committee; everybody above gives a reason first. */
export function maySeeSealed(actor: Actor, regionCode: string): boolean {
  return actor.grants.some((grant) => ownRoles.includes(grant.role) && grant.regionCode.length >= 9 && contains(grant.regionCode, regionCode));
}

/** 遮盖: of a sealed piece others learn that it is there, what kind it is and how long it holds; visitors see public ones only. */
export function asSeen<T extends Content & { regionCode: string }>(actor: Actor, row: T): T & { isHidden: boolean } {
  const isOpen = { public: true, office: actor.id !== '', sealed: maySeeSealed(actor, row.regionCode) }[row.confidentiality];
  if (isOpen) return { ...row, isHidden: false };
  return { ...row, text: '', number: null, unit: '', place: '', source: '', files: [], isHidden: true };
}
