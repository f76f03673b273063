import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { paperAs, type PaperPage } from '#app/domain/pilot/panels/paper.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { visitAtDesk } from './at-desk.ts';
import { visitOfCommunity } from './for-community.ts';
import type { Visit } from './hold.ts';
import { type Field, type Lack, valuesOf } from './package.ts';

type Told = { visit: Visit; community: string; experts: readonly string[]; fields: readonly Field[]; contentHash: string | null; lacks: readonly Lack[] };

/** 实地评估报告 at the desk; before it is concluded it says what is lacking. */
export async function reportAtDesk(ctx: Ctx, id: string, format: Format): Promise<Document> {
  const { visit, place, community, experts, fields, contentHash, lacks } = await visitAtDesk(ctx, id);
  return report(ctx, { visit, community: `${place} ${community}`, experts: experts.filter((one) => one.setAsideAt === null).map(({ name }) => name), fields, contentHash, lacks }, format);
}

/** 实地评估报告 for the community, once the record is whole. */
export async function reportForCommunity(ctx: Ctx, place: { code: string; name: string }, id: string, format: Format): Promise<Document> {
  const { visit, experts, fields, contentHash, isWhole } = await visitOfCommunity(ctx, place.code, id);
  if (!isWhole) throw new Refusal('visit-report-not-yet');
  return report(ctx, { visit, community: place.name, experts, fields, contentHash, lacks: [] }, format);
}

async function report(ctx: Ctx, told: Told, format: Format): Promise<Document> {
  if (!told.visit.begunAt) throw new Refusal('visit-report-not-yet');
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const words = visitsWords['zh-CN'].report;
  const title = words.title(told.community);
  const pages = [await pageOf(ctx, told, 'zh-CN'), ...(ctx.locale === 'en' ? [await pageOf(ctx, told, 'en')] : [])];
  return paperAs({ name: title, title, madeOn: beijingDay(told.visit.endedAt ?? ctx.now), pageOf: words.pageOf as [string, string, string], pages }, format);
}

async function pageOf(ctx: Ctx, { visit, community, experts, fields, contentHash, lacks }: Told, locale: 'zh-CN' | 'en'): Promise<PaperPage> {
  const words = visitsWords[locale];
  const comma = locale === 'en' ? ', ' : '、';
  const rules = new Map(rulesOf(await getEdition(ctx, visit.editionId)).map((rule) => [rule.id, rule]));
  const [levels, notes, seen, signatures] = [valuesOf(fields, 'level'), valuesOf(fields, 'note'), valuesOf(fields, 'observation'), valuesOf(fields, 'signature')];
  const count = (level: string) => Object.values(levels).filter((one) => one === level).length;
  const standing = visit.state === 'concluded' ? `${words.visit.score} ${visit.score ?? '—'}` : [words.report.draft, lacks.map((lack) => words.lacks[lack]).join(comma)].filter(Boolean).join('：');
  const overall = valuesOf(fields, 'overall').visit;
  return {
    lang: locale === 'en' ? 'en' : 'zh', note: locale === 'en' ? words.report.note : '', head: words.report.head, title: words.report.title(community),
    parts: [
      {
        head: '', lines: [],
        facts: [
          [words.visit.number, visit.number], [words.report.days, words.desk.days(visit.fromOn, visit.toOn)], [words.report.notice, words.notices[visit.notice]], [words.visit.experts, experts.join(comma)],
          ...(visit.purpose ? [[words.visit.purpose, visit.purpose] as [string, string]] : []),
          [words.report.results, `${words.visit.counts(count('met'), count('partly'), count('not-met'), count('not-applicable'))}\n${standing}`],
          ...(overall ? [[words.visit.overall, overall] as [string, string]] : []),
        ],
      },
      {
        head: words.report.levels, lines: [],
        facts: [...rules].filter(([id]) => levels[id] || notes[id]).map(([id, rule]): [string, string] => [`${id} ${levels[id] ? words.levels[levels[id]] : ''}`, [inLanguage(rule, locale), notes[id] ?? ''].filter(Boolean).join('\n')]),
      },
      { head: words.report.observations, facts: [], lines: [...Object.values(seen).map((one) => `${one.ruleId ? `${one.ruleId} ` : ''}${one.text}`), words.report.photos(Object.keys(valuesOf(fields, 'photo')).length)] },
      {
        head: words.report.signatures, lines: [],
        facts: Object.entries(signatures).map(([slot, said]): [string, string] => [words.slots[slot as keyof typeof words.slots] ?? slot, [
          words.visit.signedBy(said.name, said.role, beijingTime(said.at).slice(0, 16)), said.contentHash === contentHash ? '' : words.visit.stale, said.refusal ? words.visit.declined(said.refusal) : '',
        ].filter(Boolean).join('\n')]),
      },
    ],
    foot: [`${words.report.hash} ${contentHash ?? '—'}`],
  };
}
