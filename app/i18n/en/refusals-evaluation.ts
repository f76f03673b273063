import type zh from '../zh-CN/refusals-evaluation.ts';

export default {
  'rule-of-another-edition': 'It names rules that this edition of the standard does not have. Reload the page and fill it in by the current edition.',
} satisfies typeof zh;
