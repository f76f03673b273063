import { mayAnywhere, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Actor } from '#app/platform/ctx.ts';

/** 个人信息保护的各页: the tabs above them; a page of this office is one line here and its name in `tabs` of the word files. */
export const parts = [
  { name: 'report', to: '/desk/privacy', verb: 'privacy.read' },
  { name: 'assessments', to: '/desk/privacy/assessments', verb: 'privacy.read' },
  { name: 'partners', to: '/desk/privacy/partners', verb: 'privacy.read' },
  { name: 'shares', to: '/desk/privacy/shares', verb: 'privacy.read' },
  { name: 'retention', to: '/desk/privacy/retention', verb: 'retention.keep' },
  { name: 'incidents', to: '/desk/privacy/incidents', verb: 'incident.report' },
  { name: 'rules', to: '/desk/privacy/rules', verb: 'child-notice.publish' },
] as const satisfies readonly { name: string; to: string; verb: Verb }[];

export type PartName = (typeof parts)[number]['name'];
export type Part = { name: PartName; to: string };

/** Which of them this person may open. */
export function partsFor(actor: Actor): Part[] {
  return parts.filter(({ verb }) => mayAnywhere(actor, verb)).map(({ name, to }) => ({ name, to }));
}

/** The one a page belongs to: the longest address it begins with. */
export function partAt(open: readonly Part[], pathname: string): PartName | undefined {
  return open.filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`)).toSorted((a, b) => b.to.length - a.to.length)[0]?.name;
}
