import { z } from 'zod';
import { levels } from '#app/domain/base/rule-results/model.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { searchInput } from '#app/platform/query.ts';
import { evaluationKinds, evaluationStates, spotOutcomes, strata, voiceGroups } from './model.ts';

const text = (min: number, max: number) => z.string().trim().min(min).max(max).transform(plainText);
const figure = (min: number, max: number) => z.coerce.number().int().min(min).max(max);
const region = z.string().refine(isRegionCode, 'region-code');
const days = z.string().max(60).transform((said, check) => {
  const list = said.split(/[,，、\s]+/).filter(Boolean).map(Number);
  if (list.length > 6 || list.some((one) => !Number.isInteger(one) || one < 0 || one > 365)) check.addIssue({ code: 'custom', message: 'day-list' });
  return list;
});

/** One item a line: 中文 | English; its name is kept while its words are. */
const itemLines = z.string().max(6000).transform((lines, check) => {
  const items = lines.split('\n').map((line) => line.trim()).filter(Boolean).map((line, at) => {
    const [id = '', zh = '', en = ''] = line.split(/[|｜]/).map((part) => part.trim());
    return { id: /^[a-z][a-z0-9-]{1,39}$/.test(id) ? id : `item-${at + 1}`, zh, en };
  });
  const isWhole = items.length >= 1 && items.length <= 30 && items.every(({ zh, en }) => zh && en) && new Set(items.map(({ id }) => id)).size === items.length;
  if (!isWhole) check.addIssue({ code: 'custom', message: 'item-lines' });
  return items;
});

/** 评估设置. */
export const EvaluationSettingsInput = z
  .object({
    effectiveFrom: z.iso.date(),
    weightSelf: figure(0, 100), weightExpert: figure(0, 100), weightOnSite: figure(0, 100), weightVoice: figure(0, 100), weightIndicators: figure(0, 100),
    metFrom: figure(1, 100), partlyFrom: figure(0, 99), commentDays: figure(3, 60), smallestCell: figure(5, 100),
    yearsPilot: figure(1, 10), yearsCertified: figure(1, 10), yearsDemonstration: figure(1, 10),
    remindDays: days, processItems: itemLines, serviceItems: itemLines,
  })
  .transform(({ weightSelf, weightExpert, weightOnSite, weightVoice, weightIndicators, yearsPilot, yearsCertified, yearsDemonstration, ...rest }) => ({
    ...rest, weights: { self: weightSelf, expert: weightExpert, 'on-site': weightOnSite, voice: weightVoice, indicators: weightIndicators },
    reassessYears: { pilot: yearsPilot, certified: yearsCertified, demonstration: yearsDemonstration },
  }));
export type EvaluationSettingsInput = z.infer<typeof EvaluationSettingsInput>;

/** 发起评估: of which community, of what, by whom. */
export const StartEvaluationInput = z
  .object({ regionCode: region, kind: z.enum(evaluationKinds), year: figure(2019, 2100), subject: z.string().trim().max(80).default('').transform(plainText), evaluatorId: text(1, 60) })
  .refine(({ kind, subject }) => (kind === 'service') === (subject !== ''), { path: ['subject'], message: 'evaluation-subject' });
export type StartEvaluationInput = z.infer<typeof StartEvaluationInput>;

const opinion = { summary: z.string().trim().max(4000).transform(plainText), strengths: z.string().trim().max(4000).transform(plainText), advice: z.string().trim().max(4000).transform(plainText) };

/** 评估初稿: fields `level.<item>` and `note.<item>` of the items on the page, beside what is said of the whole. */
export const SaveDraftInput = z
  .looseObject({ revision: figure(0, 1_000_000), summary: opinion.summary.optional(), strengths: opinion.strengths.optional(), advice: opinion.advice.optional(), reply: z.string().trim().max(4000).transform(plainText).optional() })
  .transform(({ revision, summary, strengths, advice, reply, ...rest }, check) => {
    const ids = Object.keys(rest).flatMap((name) => (name.startsWith('note.') ? [name.slice(5)] : []));
    const items = ids.map((id) => {
      const level = z.enum(['', ...levels]).safeParse(rest[`level.${id}`] ?? '');
      const note = z.string().trim().max(1000).safeParse(rest[`note.${id}`]);
      if (!level.success || !note.success) check.addIssue({ code: 'custom', message: 'evaluation-item', path: [`note.${id}`] });
      return { id, level: (level.success && level.data) || null, note: note.success ? plainText(note.data) : '' };
    });
    return { revision, summary, strengths, advice, reply, items };
  });
export type SaveDraftInput = z.infer<typeof SaveDraftInput>;

const count = figure(0, 1_000_000);

/** 意见: counted answers to one question, with their source. */
export const VoiceInput = z.object({
  voice: z.enum(voiceGroups), ageBand: z.string().trim().max(20).default(''), question: text(2, 200), ruleId: z.string().trim().max(40).default(''),
  yes: count, partly: count, no: count, source: text(2, 200), gatheredOn: z.iso.date(),
});
export type VoiceInput = z.infer<typeof VoiceInput>;

/** 指标值. */
export const IndicatorInput = z.object({
  ruleId: text(1, 40), name: text(2, 120), value: text(1, 40), unit: z.string().trim().max(20).default(''), level: z.enum(levels), source: text(2, 200), asOf: z.iso.date(),
});
export type IndicatorInput = z.infer<typeof IndicatorInput>;

/** 对评估的意见; none is also said. */
export const CommentInput = z.object({ comment: text(2, 4000) });
export const SendBackInput = z.object({ reason: text(4, 1000) });

/** 抽查. */
export const DrawInput = z.object({
  title: text(4, 80), regionCode: z.union([z.literal('*'), region]).default('*'), size: figure(1, 2000), digits: z.coerce.number().pipe(z.union(strata.map((one) => z.literal(one)))),
  seed: z.string().trim().max(100).default('').transform(plainText), seedSource: z.string().trim().max(200).default('').transform(plainText),
});
export type DrawInput = z.infer<typeof DrawInput>;

/** 抽查结果. */
export const SpotFindingInput = z.object({ regionCode: region, outcome: z.enum(spotOutcomes), note: text(4, 1000), foundOn: z.iso.date() });
export type SpotFindingInput = z.infer<typeof SpotFindingInput>;

/** The filters of the lists. */
export const AskedEvaluations = z.object({ q: searchInput, kind: z.enum(evaluationKinds).optional(), state: z.enum(evaluationStates).optional(), region: region.optional(), mine: z.literal('yes').optional() });
export type AskedEvaluations = z.infer<typeof AskedEvaluations>;
export const AskedReassessments = z.object({ q: searchInput, state: z.enum(['due', 'late', 'done']).optional(), region: region.optional() });
export type AskedReassessments = z.infer<typeof AskedReassessments>;
