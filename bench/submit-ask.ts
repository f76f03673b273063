import { inventedSelfCheck } from '#seed/load-answers.ts';
import type { Ask } from './measure.ts';

export type Submitting = { id: string; cookie: string };

const remark = '已落实，责任人明确，材料在居委会存档，每季度由联席会复核一次。';

/** 自查: every rule with a level and a short note, as people write them. */
export function selfCheckFor(ruleIds: readonly string[], i: number) {
  return inventedSelfCheck(ruleIds, i).map((row, n) => ({ ...row, note: n % 2 ? remark : row.note || remark.slice(0, 12) }));
}

/** 提交请求: exactly what the page's form sends. */
export function submitAsk({ id, cookie }: Submitting, ruleIds: readonly string[], i: number, port: number): Ask {
  const form = new URLSearchParams({ truthful: 'yes', selfCheck: JSON.stringify(selfCheckFor(ruleIds, i)) });
  return {
    path: `/apply/${id}/check`,
    method: 'POST',
    headers: { cookie, origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  };
}
