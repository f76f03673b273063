import type { LeadRole } from './model.ts';

const titled = /(?=(?:牵头|主责|责任|配合|协同|参与|协办)(?:单位|部门)?[:：])/;
const title = /^(牵头|主责|责任|配合|协同|参与|协办)(?:单位|部门)?[:：]/;
const leads = /[（(]?(?:牵头|主责|主办)(?:单位|部门|负责)?[)）]?$/;
const helps = /[（(]?(?:配合|协同|参与|协办|协助)(?:单位|部门)?[)）]?$/;

/** 读责任单位: the bodies a cell names and what each does, and whether the cell says so itself: 牵头单位：…, 某局（牵头）, 某局牵头，某局、某局配合. */
export function bodiesIn(text: string, role: LeadRole, isOneColumn: boolean): { bodies: { name: string; as: LeadRole }[]; isSaid: boolean } {
  const bodies: { name: string; as: LeadRole | null }[] = [];
  for (const part of text.split(titled)) {
    const named = title.exec(part);
    const own = named ? (/^(牵头|主责|责任)/.test(named[1]!) ? 'lead' : 'co') : null;
    for (const clause of (named ? part.slice(named[0].length) : part).split(/[，,;；。\n]+/)) {
      const names = clause.split(/、|\s{2,}/).map((each) => each.trim()).filter((each) => each !== '' && !/^[-—–/]+$/.test(each));
      const ends = names.at(-1) ?? '';
      // 甲、乙配合 says it of both; 甲（牵头）、乙 of the first alone.
      const ofAll: LeadRole | null = /[)）]$/.test(ends) ? null : leads.test(ends) ? 'lead' : helps.test(ends) ? 'co' : null;
      for (const name of names) bodies.push({ name: name.replace(leads, '').replace(helps, '').trim() || name, as: own ?? ofAll ?? (leads.test(name) ? 'lead' : helps.test(name) ? 'co' : null) });
    }
  }
  const isSaid = bodies.some(({ as }) => as !== null);
  const hasLead = bodies.some(({ as }) => as === 'lead');
  const otherwise = (at: number): LeadRole => (hasLead ? 'co' : isOneColumn && role === 'lead' && (at > 0 || isSaid) ? (at === 0 ? 'lead' : 'co') : role);
  return { bodies: bodies.map(({ name, as }, at) => ({ name, as: as ?? otherwise(at) })), isSaid };
}
