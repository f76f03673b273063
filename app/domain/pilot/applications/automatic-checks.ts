import { isCreditCode } from '#app/domain/base/organisations/model.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { applicantLevelOf } from './applicants.ts';
import type { AutomaticId } from './checklist.ts';
import { missing } from './missing.ts';
import { childrenBands } from './model.ts';
import type { Answer, ApplicantLevel, Paper, QuestionSet } from '#app/domain/pilot/calls/model.ts';

/** What the automatic checks look at: the frozen content, and what the database knows around it. */
export type Facts = {
  questionSet: QuestionSet;
  answers: Record<string, Answer>;
  papers: { paper: string; state: string; size: number }[];
  regionCode: string;
  applicantCode: string;
  applicantLevels: readonly ApplicantLevel[];
  twins: { number: string; why: 'unit' | 'code' }[];
};
export type Automatic = { id: AutomaticId; isOk: boolean; figures: string[] };

const aboutChildren = new Set(['more-children', 'more-than-children']);

/** 自动检查: each with what it found, for the officer to read. */
export function automaticChecks(facts: Facts): Automatic[] {
  const given: Partial<Record<Paper, number>> = {};
  for (const { paper } of facts.papers) given[paper as Paper] = (given[paper as Paper] ?? 0) + 1;
  const lacks = missing(facts.questionSet, { answers: facts.answers, papers: given });
  const required = lacks.filter(({ why }) => why !== 'not-credit-code' && !aboutChildren.has(why)).map(({ questionId }) => questionId);
  const unreadable = facts.papers.filter(({ state, size }) => state !== 'stored' || size === 0).map(({ paper }) => paper);
  const code = facts.answers['applicant-code'];
  const level = applicantLevelOf(facts.applicantCode);

  const found: Record<AutomaticId, string[] | false> = {
    required: some(required),
    papers: some(unreadable),
    'duplicate-unit': some(facts.twins.filter(({ why }) => why === 'unit').map(({ number }) => number)),
    'duplicate-code': some(facts.twins.filter(({ why }) => why === 'code').map(({ number }) => number)),
    'credit-code': typeof code === 'string' && isCreditCode(code) ? false : [String(code ?? ''), String([...String(code ?? '')].length)],
    'region-inside': contains(facts.applicantCode, facts.regionCode) ? false : [],
    'applicant-level': level && facts.applicantLevels.includes(level) ? false : [],
    'children-figures': childrenFigures(facts.answers),
  };
  return (Object.entries(found) as [AutomaticId, string[] | false][]).map(([id, figures]) => ({ id, isOk: figures === false, figures: figures || [] }));
}

function some(list: string[]): string[] | false {
  return list.length > 0 ? [...new Set(list)] : false;
}

/** Children under 18 are between a twentieth and two fifths of the people of almost any community. */
function childrenFigures(answers: Record<string, Answer>): string[] | false {
  const figure = (id: string) => (typeof answers[id] === 'string' && /^\d+$/.test(answers[id]) ? Number(answers[id]) : 0);
  const children = childrenBands.reduce((sum, band) => sum + figure(band), 0);
  const population = figure('population');
  if (population === 0) return false;
  return children < population * 0.03 || children > population * 0.45 ? [String(children), String(population)] : false;
}
