/** 调查结果: what a survey found, for staff, for everybody, and for children. */
export default {
  title: '调查结果',
  of: (title: string, place: string) => `${place}：${title}`,
  lead: '每个百分比都带 95% 的区间：同样的调查再做一次，真实的占比大多落在这个范围里。',
  invented: '示例数据',
  facts: {
    audience: '对象', closedOn: '结束日期', answered: '参加人数', rate: '回收率', wave: '轮次',
    atLeast: (many: number) => `至少 ${many} 人`, rateAtLeast: (share: string, invited: number) => `至少 ${share}（邀请 ${invited} 人）`, hidden: '人数太少，不显示',
  },
  basis: '“和我无关”“不想说”和没有答的，不算在底数里。',
  themes: { title: '各主题', lead: '一个主题里各题“大多符合”占比的平均。区间按最保守的情形估计。', caption: '各主题的平均占比', theme: '主题', mean: '平均', range: '95% 区间', items: '题数', shown: (shown: number, all: number) => `${shown} / ${all}`, chart: '各主题“大多符合”的平均占比，横线是 95% 的区间。' },
  items: { title: '每一题', caption: '每一题的占比', item: '题目', share: '大多符合', range: '95% 区间', base: '答题人数', spread: '各档人数' },
  hidden: '不显示',
  hiddenWhy: (least: number) => `少于 ${least} 人的格子不显示；能推算出它的，也不显示，或者和相邻的档合在一起。`,
  and: '、',
  more: (many: number) => `其余 ${many} 题`,
  unsaid: '没有说明的',
  gaps: {
    title: '孩子和大人说的一样吗', lead: '同一件事，分别问了孩子和大人。差距的区间不含 0，才说明不是碰巧。', versus: (children: string, adults: string, day: string) => `${children}和${adults}（另一方的调查：${day}）`, caption: (children: string, adults: string) => `${children}和${adults}的占比之差`,
    difference: '相差（百分点，95% 区间）', more: '不是碰巧', chart: (children: string, adults: string) => `${children}（圆点）和${adults}（菱形）“大多符合”的占比。`, scales: '孩子和大人的档数可能不同，比的是“大多符合”的占比。',
  },
  before: { title: '和上一轮比', lead: (title: string, day: string) => `上一轮是“${title}”，${day}结束。题目一字不改的才比。`, caption: '和上一轮的占比之差', was: '上一轮', now: '这一轮', change: '变化（百分点，95% 区间）', none: '没有可以相比的题目。' },
  groups: { title: '分组看', lead: '只按参加的人自己说的来分；小组和别的组合在一起。', caption: (by: string) => `按“${by}”分组的占比`, who: '谁' },
  choices: { title: '选了什么', caption: (text: string) => text, option: '选项', people: '人数' },
  reliability: {
    title: '各主题的题目是否一致', lead: '克隆巴赫系数：一个主题的几道题是不是在问同一件事。只给工作人员看。', caption: '各主题的信度', alpha: '系数', says: '说明',
    well: '几道题很一致，可以当作一个主题来看。', enough: '基本一致，可以当作一个主题来看。', low: '不太一致：请一题一题看，不要只看平均。', 'one-item': '只有一题，没有系数。', 'too-few': '能显示的答案太少，算不出系数。', 'no-spread': '大家答得几乎一样，算不出系数。',
  },
  people: (many: number) => `${many} 人`,
  files: { title: '带走', csv: 'CSV', xlsx: 'Excel', json: 'JSON', child: '给孩子看的一页', print: '用浏览器打印本页即可。', public: '公开的结果', staff: '工作人员看到的结果' },
  columns: { theme: '主题', item: '题目', share: '大多符合占比', low: '区间下限', high: '区间上限', yes: '大多符合人数', base: '答题人数', audience: '对象', closedOn: '结束日期', place: '社区', rounds: '社区轮次数' },
  frozen: (mark: string) => `结果在结束时写定，以后不改。指纹 ${mark}`,
  region: {
    title: '各社区的调查结果', nation: '全国', lead: '只把各社区能显示的结果相加；太小的社区按季度合在一起再加。', year: '年份', audience: '对象', region: '地区代码', show: '查看', caption: '各题汇总', communities: '社区的各轮', none: '这里还没有结果。换一个年份或对象看看。', rounds: (many: number) => `${many} 轮`, cut: (many: number) => `只汇总了最近的 ${many} 轮。请选小一些的地区。`, place: '社区', open: '查看结果',
  },
  list: { title: '调查结果', lead: '孩子、家长和工作人员怎么说。' },
  will: { title: '大人会做什么', lead: '写给孩子看：会做哪些事，什么时候做。', label: '会做的事', hint: (letters: number) => `每行一件，每件不超过 ${letters} 个字；用孩子看得懂的话。`, save: '告诉孩子', saved: '已经写好，孩子看得到了。' },
};
