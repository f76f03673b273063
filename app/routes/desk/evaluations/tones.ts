import type { Level } from '#app/domain/base/rule-results/model.ts';
import type { EvaluationState, ReassessmentState } from '#app/domain/pilot/evaluation/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** 评估、复评和评价的颜色. */
export const toneOf: Record<EvaluationState, Tone> = { drafting: 'info', commenting: 'now', concluded: 'good' };
export const toneAgain: Record<ReassessmentState, Tone> = { due: 'now', begun: 'info', done: 'good' };
export const toneOfLevel: Record<Level, Tone> = { met: 'good', partly: 'now', 'not-met': 'bad', 'not-applicable': 'rest' };
