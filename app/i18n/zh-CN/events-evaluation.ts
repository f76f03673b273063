/** 事件: after the award, as each follows the name of the person. */
export default {
  'evidence.added': '录入了一件佐证',
  'evidence.known': '录入时发现已有同样的佐证，沿用了它',
  'evidence.corrected': '更正了一件佐证',
  'evidence.withdrawn': '撤回了一件佐证',
  'evidence.cited': '引用了一件佐证',
  'evidence.uncited': '取消引用一件佐证',
  'evidence.sealed-opened': '打开了一件封存佐证',
  'evidence.expiry-told': '提醒了佐证到期',
  'results.region-followed': '评估结果随区划变更计入新的单位',
  'evidence.region-followed': '佐证随区划变更',
  'community.fact-forgotten': '从社区档案中移除了一个数字',
  'burden.counted': '计入了负担表',
};
