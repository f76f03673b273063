/** 拒绝的说法: evidence, self-assessment, reports, visits, evaluations, consulting, cases, statistics. */
export default {
  'rule-of-another-edition': '其中有这一版规范里没有的细则。请刷新页面，按现行版本重新填写。',
};
