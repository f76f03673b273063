import type zh from '../zh-CN/rubrics.ts';

export default {
  levels: { met: 'Met', partly: 'Partly met', not: 'Not met', na: 'Not applicable', found: 'Found', clear: 'Not found' },
} satisfies typeof zh;
