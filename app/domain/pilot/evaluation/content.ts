import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { EvaluationKind, EvidenceStream, LevelChange, ShownCount, VoiceGroup, Words } from './model.ts';

/** 一项结论 with its words, so that the report reads the same when the standard has moved on. */
export type ConcludedItem = Words & {
  id: string; section: Words | null; isMust: boolean; level: Level | null; note: string; proposed: Level | null;
  said: { stream: EvidenceStream; level: Level }[];
};

/** 一流在整体中的份量; what is missing is said, not counted. */
export type ConcludedStream = { stream: EvidenceStream; weight: number; score: number | null; rules: number; day: string | null };

export type ConcludedVoice = { voice: VoiceGroup; ageBand: string; question: string; ruleId: string; counts: ShownCount; source: string; gatheredOn: string; isByHand?: boolean };
export type ConcludedIndicator = { ruleId: string; name: string; value: string; unit: string; level: Level; source: string; asOf: string; isByHand?: boolean };

/** 评估内容, frozen when it is concluded: what the report says and its fingerprint is taken from. */
export type EvaluationContent = {
  kind: EvaluationKind; regionCode: string; community: string; place: string[]; year: number; subject: string;
  edition: (Words & { id: string }) | null;
  score: number | null; weighted: number | null;
  items: ConcludedItem[]; streams: ConcludedStream[]; voices: ConcludedVoice[]; indicators: ConcludedIndicator[]; conflicts: string[];
  summary: string; strengths: string; advice: string;
  comment: string; commentedBy: string; reply: string; changedAfterComment: LevelChange[];
  last: { id: string; day: string; score: number | null; changes: LevelChange[] } | null;
  evaluator: string; concludedBy: string; concludedOn: string;
};
