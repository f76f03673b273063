import type { Outcome } from '#app/domain/pilot/review/model.ts';
import type { Judged } from './judged.ts';
import type { Advice, Explanation } from './model.ts';

type Decided = { outcome: Outcome; reason: string; day: string; call: { title: string; titleEn: string }; place: { rank: number; places: number } | null };

/** 写成说明: what was found and why it was decided so, ready to be frozen. */
export function explanationOf(judged: Judged, advice: Advice, { outcome, reason, day, call, place }: Decided): Explanation {
  const { panel } = judged;
  return {
    number: judged.number, unit: judged.unitName, call: { zh: call.title, en: call.titleEn || call.title }, outcome, reason, decidedOn: day,
    score: judged.score, passMark: judged.passMark,
    reviews: { submitted: judged.totals.length, wanted: judged.wanted, late: judged.late, rounds: judged.rounds, counting: judged.counting },
    sections: judged.sections.map((section) => ({ ...section, advice: advice.bySection[section.id] ?? '' })),
    must: judged.must, negative: judged.negative, strengths: advice.strengths,
    panel: panel && { title: panel.title, heldOn: panel.heldOn, proposal: panel.proposal, for: panel.tally.for, against: panel.tally.against, abstain: panel.tally.abstain },
    place,
  };
}

/** 给申报方看的说明: a figure that would be the mark of one single reviewer stays in the house, unless the call shows marks. */
export function forApplicant(explanation: Explanation, seesMarks: boolean): Explanation {
  if (seesMarks || explanation.reviews.submitted > 1) return explanation;
  return {
    ...explanation, place: null, score: { value: null, low: null, high: null, kind: 'none', method: '' },
    sections: explanation.sections.map((section) => ({ ...section, score: null })),
  };
}
