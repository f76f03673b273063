import type { Blindness } from '#app/domain/pilot/calls/blindness-settings.ts';
import { type Sight, sees, stageOf } from './blindness.ts';
import type { AssignmentState } from './model.ts';

type Asked = { round: number; state: AssignmentState; setAsideAt: Date | null };

/** What the office sees of one round of an application; who has a part in it was refused before. */
export function officeSight(application: { status: string; call: { review: { blindness?: Blindness } } }, asked: readonly Asked[], round: number): Sight {
  const standing = asked.filter((one) => one.round === round && one.setAsideAt === null);
  const areAllIn = standing.filter(({ state }) => state === 'submitted').length > 1 && standing.every(({ state }) => state !== 'assigned' && state !== 'accepted');
  return sees(application.call.review, stageOf(application, round), { kind: 'office', isInvolved: false, areAllIn });
}

type Line = Asked & {
  id: string; expertId: string; expertName: string; organisationName: string | null; assignedAt: Date; dueOn: string | null; conflictReason: string; overall: string;
  submittedAt: Date | null; total: number | null; isLate: boolean;
  marks: { assignmentId: string; itemId: string }[]; bySection: { id: string; total: number | null }[]; mustNotMet: string[]; negativeFound: string[];
};

/** 名与分分开: those who were asked, by name and without marks; then the marks, numbered in the order of the marks themselves. */
export function apart<L extends Line>(lines: readonly L[]): L[] {
  const names = lines
    .map((line) => ({ ...line, overall: '', marks: [], total: null, bySection: [], mustNotMet: [], negativeFound: [] }))
    .toSorted((one, other) => (one.expertName < other.expertName ? -1 : 1));
  const nameless = lines
    .filter(({ state, marks }) => state === 'submitted' && marks.length > 0)
    .map((line) => ({ line, said: JSON.stringify([line.total, line.marks.map(({ assignmentId: _, ...mark }) => mark), line.overall]) }))
    .toSorted((one, other) => (one.said < other.said ? -1 : 1))
    .map(({ line, said: _ }, at) => ({ line, at, id: `nameless-${line.round}-${at + 1}` }))
    .map(({ line, at, id }) => ({
      ...line, id, expertId: id, expertName: `#${at + 1}`, organisationName: null, assignedAt: new Date(0), dueOn: null, submittedAt: null, isLate: false,
      marks: line.marks.map((mark) => ({ ...mark, assignmentId: id })),
    }));
  return [...names, ...nameless];
}
