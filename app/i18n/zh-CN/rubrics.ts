import type { Level } from '#app/domain/pilot/rubrics/model.ts';

/** 评分表. */
export default {
  levels: { met: '达到', partly: '部分达到', not: '未达到', na: '不适用', found: '发现', clear: '未发现' } satisfies Record<Level, string>,
};
