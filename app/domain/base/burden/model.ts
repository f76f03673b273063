/** 表单: what a place is asked to fill in, counted one by one. */
export const forms = ['application', 'self-assessment', 'progress-report', 'plan', 'case', 'evidence', 'figures'] as const;
export type Form = (typeof forms)[number];

/** 一次填报: fields asked, those that came filled in already, and those answered by evidence entered before. */
export type Asked = { form: Form; subjectId: string; regionCode: string; asked: number; prefilled: number; reused: number };

/** 新填: what people really had to write. */
export function newlyWritten({ asked, prefilled, reused }: Pick<Asked, 'asked' | 'prefilled' | 'reused'>): number {
  return Math.max(0, asked - prefilled - reused);
}

/** 少填: the share of fields nobody had to write again, in whole per cent; null when nothing was asked. */
export function sparedShare(count: Pick<Asked, 'asked' | 'prefilled' | 'reused'>): number | null {
  return count.asked === 0 ? null : Math.round((100 * (count.asked - newlyWritten(count))) / count.asked);
}
