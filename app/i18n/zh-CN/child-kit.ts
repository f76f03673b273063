/** 儿童页共有的话: `adult` is for grown-ups, `teen` for 13–18; all other words are for 7–12 and checked for their reading level. */
export default {
  home: '儿童首页',
  pinyinOn: '拼音：开',
  pinyinOff: '拼音：关',
  listen: '读给我听',
  stop: '停一下',
  takeBack: '我想收回这句话',
  complain: '这里让我不舒服',
  states: { done: '做完了', now: '正在这里', next: '还没到' },
  help: {
    title: '有人让你害怕、难受吗？',
    adult: '马上告诉你信得过的大人：家人、老师，还有社区里帮助孩子的人。',
    call: '也可以打电话。',
    more: '还能找谁帮忙',
  },
  layerLabel: '我几岁', layerPick: '选一选我几岁',
  layers: { 'with-grown-up': '0—6 岁，和大人一起看', primary: '7—12 岁', teen: '13—18 岁' },
  ages: { 'with-grown-up': '0—6', primary: '7—12', teen: '13—18' },
  agesOf: { 'with-grown-up': '有大人', primary: '小学生', teen: '中学生' },
  failure: { title: '这一页打不开', notFound: '没有找到这一页。', broken: '这里出了点问题，过一会儿再来。', home: '回到开头', plate: '写小牌子', enter: '我有口令' },
  grownUpSite: '大人的网站',
  grownUp: '给大人：',
  teen: {
    takeBack: '我想收回',
    complain: '投诉这个页面',
    help: { title: '遇到危险，或者心里难受？', adult: '先告诉一个你信得过的大人：家人、老师、社区的儿童主任。', call: '也可以直接打这些电话，不用先得到谁的同意。', more: '这些电话分别管什么' },
  },
};
