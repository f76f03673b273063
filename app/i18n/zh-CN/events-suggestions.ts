/** 儿童建议的事件, as they follow the name of the person; none of them says which child. */
export default {
  'suggestion.received': '收到一条儿童建议',
  'suggestion.repeated': '收到重复提交的儿童建议',
  'suggestion.seen': '看到了儿童建议',
  'suggestion.answered': '答复了儿童建议',
  'suggestion.started': '开始办理儿童建议',
  'suggestion.done': '办结了儿童建议',
  'suggestion.merged': '合并了儿童建议',
  'suggestion.rated': '孩子评价了答复',
  'suggestion.reopened': '孩子还有话说，重新办理',
  'suggestion.taken-back': '孩子收回了建议',
  'suggestion.forgotten': '删除了一名儿童的建议',
  'suggestion.edit-answered': '孩子回答了改写征询',
  'suggestion.locked': '建议原文已锁定',
  'suggestion.late': '儿童建议逾期，已上报',
  'suggestion.clock-set': '设定了儿童建议的办理期限',
  'suggestion.region-followed': '儿童建议随区划变更转移',
};
