import { createHash } from 'node:crypto';
import type { RubricContent } from '#app/domain/pilot/rubrics/model.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { NotedMark } from './marks.ts';
import { sameBreaks } from './merge-marks.ts';

export type FormCode = { assignmentId: string; revision: number };

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const proofOf = ({ assignmentId, revision }: FormCode, expertId: string, rubric: RubricContent) => short(canonicalJson([assignmentId, revision, expertId, rubric]));

/** 表单编号: which review a form belongs to, what was saved when it was made, and a hash over both, its reviewer and the rubric. */
export function codeOf(form: FormCode, expertId: string, rubric: RubricContent): string {
  return `${form.assignmentId}.${form.revision}.${proofOf(form, expertId, rubric)}`;
}

/** The code in a text, whoever's it is. */
export function findCode(text: string): (FormCode & { proof: string }) | undefined {
  const found = /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(\d{1,9})\.([0-9a-f]{16})\b/.exec(text);
  return found ? { assignmentId: found[1]!, revision: Number(found[2]), proof: found[3]! } : undefined;
}

/** Whether the code was made here, for this reviewer and this rubric. */
export function isGenuine(code: FormCode & { proof: string }, expertId: string, rubric: RubricContent): boolean {
  return code.proof === proofOf(code, expertId, rubric);
}

/** 一项的指纹, as it was when the form was made: so that what was not touched in the form is known. */
export function markPrint({ level, score, note, page }: Omit<NotedMark, 'itemId'>): string {
  return short(canonicalJson([level, score, sameBreaks(note), page]));
}
