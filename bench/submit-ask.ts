import { inventedSelfCheck } from '#seed/load-answers.ts';
import type { Ask } from './measure.ts';

export type Submitting = { id: string; cookie: string };

const remark = '已落实，责任人明确，材料存档。';

/** 自查: every rule with a level and a short note, as people write them. */
export function selfCheckFor(ruleIds: readonly string[], i: number) {
  return inventedSelfCheck(ruleIds, i).map((row, n) => ({ ...row, note: n % 3 === 0 ? remark : row.note.slice(0, 10) }));
}

function formAsk(path: string, { cookie }: Submitting, form: Record<string, string>, port: number): Ask {
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' };
  return { path, method: 'POST', headers, body: new URLSearchParams(form).toString() };
}

/** What the page of the self-check sends. */
export function selfCheckAsk(draft: Submitting, ruleIds: readonly string[], i: number, port: number): Ask {
  const form = Object.fromEntries(selfCheckFor(ruleIds, i).flatMap(({ ruleId, level, note }) => [[`level.${ruleId}`, level], [`note.${ruleId}`, note]]));
  return formAsk(`/apply/${draft.id}/self-check`, draft, form, port);
}

/** What the page of the last check sends. */
export function submitAsk(draft: Submitting, port: number): Ask {
  return formAsk(`/apply/${draft.id}/check`, draft, { truthful: 'yes' }, port);
}
