/** 事件的说法: indicators, figures, plans of cities. */
export default {
  'indicator.imported': '导入了指标库',
  'indicator.defined': '修改了一个指标的定义',
  'value.recorded': '登记了一个指标值',
  'value.corrected': '更正了一个指标值',
  'value.known': '再次登记了同一个指标值',
  'city-plan.started': '新建了行动计划',
  'city-plan.edited': '修改了行动计划',
  'city-plan.action-saved': '保存了一项行动',
  'city-plan.action-removed': '删去了一项行动',
  'city-plan.copied': '把行动计划复制到下一期',
  'city-plan.published': '发布了行动计划',
  'city-plan.revised': '修订了行动计划',
  'city-plan.closed': '结束了行动计划',
  'city-plan.task-marked': '更新了一项任务的进展',
  'city-plan.divided': '分解了行动计划的目标',
};
