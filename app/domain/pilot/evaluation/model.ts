import { type Level, type Levels, pointsOf } from '#app/domain/base/rule-results/model.ts';

/** 评估种类: an expert at the desk, the building process, one service programme, the whole community. */
export const evaluationKinds = ['desk', 'process', 'service', 'whole'] as const;
export type EvaluationKind = (typeof evaluationKinds)[number];

/** 评估状态: being drafted; with the community for its comment; waiting for a second person; concluded. */
export const evaluationStates = ['drafting', 'commenting', 'concluded'] as const;
export type EvaluationState = (typeof evaluationStates)[number];

/** 评估流 that make up the whole: self, expert at the desk, on site, voice of children and carers, indicators. */
export const evidenceStreams = ['self', 'expert', 'on-site', 'voice', 'indicators'] as const;
export type EvidenceStream = (typeof evidenceStreams)[number];

/** 意见来源: whose voice. */
export const voiceGroups = ['children', 'carers'] as const;
export type VoiceGroup = (typeof voiceGroups)[number];

export type Words = { zh: string; en: string };

/** 评估要点 of the building process or of a service programme. */
export type EvaluationItem = Words & { id: string };

/** 评估设置, in force from a day on: weights of the streams, limits between the levels, days for the comment, years to the next time. */
export type EvaluationSettings = {
  weights: Record<EvidenceStream, number>;
  metFrom: number;
  partlyFrom: number;
  commentDays: number;
  reassessYears: Record<'pilot' | 'certified' | 'demonstration', number>;
  remindDays: number[];
  smallestCell: number;
  processItems: EvaluationItem[];
  serviceItems: EvaluationItem[];
};

/** 一流的结果: what one stream says of the rules; left out of the whole when it is missing, never counted as nothing. */
export type StreamFinding = { stream: EvidenceStream; levels: Levels; day: string; sourceId: string; year: number };

/** 意见计数: answers to one question, counted. */
export type VoiceCount = { yes: number; partly: number; no: number };
export type ShownCount = { yes: number | null; partly: number | null; no: number | null; total: number | null; share: number | null };

/** 小格遮盖: a cell under the limit is not shown, and then neither is the sum, from which it could be worked out. */
export function shownCount({ yes, partly, no }: VoiceCount, smallest: number): ShownCount {
  const open = [yes, partly, no].filter((n) => n >= smallest).length;
  if (open < 2) return { yes: null, partly: null, no: null, total: null, share: null };
  const cell = (n: number) => (n >= smallest ? n : null);
  const cells = { yes: cell(yes), partly: cell(partly), no: cell(no) };
  if (open < 3) return { ...cells, total: null, share: null };
  const total = yes + partly + no;
  return { ...cells, total, share: Math.round((100 * (yes + partly / 2)) / total) };
}

/** 意见的程度: what enough answers say together; undefined when too few were asked. */
export function voiceLevel(count: VoiceCount, settings: EvaluationSettings): Level | undefined {
  const total = count.yes + count.partly + count.no;
  if (total < settings.smallestCell) return undefined;
  return levelAt((100 * (count.yes + count.partly / 2)) / total, settings);
}

/** 达标程度 of a share between 0 and 100. */
export function levelAt(share: number, { metFrom, partlyFrom }: Pick<EvaluationSettings, 'metFrom' | 'partlyFrom'>): Level {
  if (share >= metFrom) return 'met';
  return share >= partlyFrom ? 'partly' : 'not-met';
}

/** 各流合成: what the streams that said something of a rule say together, by their weights; undefined when none did. */
export function proposedLevel(ruleId: string, findings: readonly StreamFinding[], settings: EvaluationSettings): Level | undefined {
  const said = findings.flatMap(({ stream, levels }) => (levels[ruleId] ? [{ level: levels[ruleId], weight: settings.weights[stream] }] : []));
  const counted = said.flatMap(({ level, weight }) => {
    const points = pointsOf(level);
    return points === null || weight === 0 ? [] : [{ points, weight }];
  });
  if (counted.length === 0) return said.some(({ level }) => level === 'not-applicable') ? 'not-applicable' : undefined;
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  return levelAt((100 * counted.reduce((sum, one) => sum + one.points * one.weight, 0)) / weight, settings);
}

/** 各流互相矛盾: rules that one stream finds met and another not met; the evaluator looks at each. */
export function streamConflicts(ruleIds: readonly string[], findings: readonly StreamFinding[]): { ruleId: string; high: EvidenceStream[]; low: EvidenceStream[] }[] {
  return ruleIds.flatMap((ruleId) => {
    const saying = (level: Level) => findings.filter(({ levels }) => levels[ruleId] === level).map(({ stream }) => stream);
    const [high, low] = [saying('met'), saying('not-met')];
    return high.length > 0 && low.length > 0 ? [{ ruleId, high, low }] : [];
  });
}

/** 合成得分: the scores of the streams that are there, by their weights; null when none is. */
export function weightedScore(scores: readonly { stream: EvidenceStream; score: number | null }[], settings: EvaluationSettings): number | null {
  const counted = scores.flatMap(({ stream, score }) => (score === null ? [] : [{ score, weight: settings.weights[stream] }]));
  const weight = counted.reduce((sum, one) => sum + one.weight, 0);
  return weight === 0 ? null : counted.reduce((sum, one) => sum + one.score * one.weight, 0) / weight;
}

/** 变化 between two sheets of levels, in the order given: what is said of a rule now and then. */
export type LevelChange = { id: string; before: Level | null; after: Level | null };

export function levelChanges(ids: readonly string[], before: Levels, after: Levels): LevelChange[] {
  return ids.flatMap((id) => (before[id] === after[id] ? [] : [{ id, before: before[id] ?? null, after: after[id] ?? null }]));
}

/** 调低: what was better when the community saw it. */
export function lowered(changes: readonly LevelChange[]): string[] {
  const rank = (level: Level | null) => (level === null ? null : pointsOf(level));
  return changes.filter(({ before, after }) => {
    const [was, is] = [rank(before), rank(after)];
    return is !== null && (was === null || is < was);
  }).map(({ id }) => id);
}

/** 复评状态: due; an evaluation has begun; done. */
export const reassessmentStates = ['due', 'begun', 'done'] as const;
export type ReassessmentState = (typeof reassessmentStates)[number];

/** 抽查结果 of one community. */
export const spotOutcomes = ['kept', 'partly-kept', 'not-kept', 'not-reached'] as const;
export type SpotOutcome = (typeof spotOutcomes)[number];

/** 分层: by how many digits of the region code a sample is parted. */
export const strata = [0, 2, 4] as const;
