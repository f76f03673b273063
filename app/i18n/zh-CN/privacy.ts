/** 个人信息保护各页共用的词. */
export default {
  title: '儿童个人信息保护',
  tabs: { report: '年度合规报告', assessments: '影响评估', partners: '合作方', shares: '对外提供登记', retention: '保存期限', incidents: '安全事件', rules: '处理规则' },
};
