/** 事件的说法: one-metre walks. */
export default {
  'walk.planned': '计划了一次一米视角走查',
  'walk.called-off': '取消了一次一米视角走查',
  'walk.taken': '一部手机带走了走查',
  'walk.synced': '一部手机送回了走查记录',
  'walk.came-late': '走查结束后又收到了记录，存在旁边',
  'walk.photo-received': '收到了一张走查照片',
  'walk.photo-repeated': '一张走查照片又送来一次',
  'walk.sheet-entered': '录入了一张走查纸',
  'walk.photos-added': '给走查加了照片',
  'walk.ticket-opened': '走查中的问题转成了隐患工单',
  'walk.closed': '结束了一次一米视角走查',
  'walk.evidence-dropped': '不再作为证据保存的走查照片已删除',
  'walk.evidence-kept': '不再作为证据的走查照片因依法留存或已有工单继续保存',
  'walk.region-followed': '走查随区划变更',
};
