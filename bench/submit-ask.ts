import { inventedSelfCheck } from '#seed/load-answers.ts';
import type { Ask } from './measure.ts';

export type Submitting = { id: string; cookie: string };

const remark = '已落实，责任人明确，材料存档。';

/** 自查: every rule with a level and a short note, as people write them. */
export function selfCheckFor(ruleIds: readonly string[], i: number) {
  return inventedSelfCheck(ruleIds, i).map((row, n) => ({ ...row, note: n % 3 === 0 ? remark : row.note.slice(0, 10) }));
}

/** The page's last step with the self-check in it: the promise, and for each rule a level and a note. */
export function submitAsk(draft: Submitting, ruleIds: readonly string[], i: number, port: number): Ask {
  const rules = selfCheckFor(ruleIds, i).flatMap(({ ruleId, level, note }) => [[`level.${ruleId}`, level], [`note.${ruleId}`, note]]);
  const headers = { cookie: draft.cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' };
  return { path: `/apply/${draft.id}/check`, method: 'POST', headers, body: new URLSearchParams([['truthful', 'yes'], ...(rules as [string, string][])]).toString() };
}
