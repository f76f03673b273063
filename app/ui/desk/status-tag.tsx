import type { ReactNode } from 'react';

/** now 进行中, good 通过, bad 退回或失败, info 等待, rest 其他. */
export type Tone = 'now' | 'good' | 'bad' | 'info' | 'rest';

/** 状态: a small square and a word; the word says it, the colour repeats it. */
export function StatusTag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`st ${tone}`}>{children}</span>;
}
