import type { Outside, Scale } from '#app/domain/children/surveys/model.ts';

/** 孩子填问卷: `teen` is for 13–18. */
export default {
  title: '答几个问题', lead: '不用写名字。没有对和错。', codeTitle: '你的码', code: '把码写在这里', begin: '开始',
  practice: '先练一练', progress: (at: number, all: number) => `第 ${at} 题，一共 ${all} 题`,
  next: '下一题', back: '上一题', review: '都答完了', reviewLead: '可以回去改，也可以交了。', handIn: '交给大人',
  levels: { 'faces-3': ['开心', '一般', '不开心'], 'pictures-3': ['大多这样', '有时这样', '从不这样'], 'agree-5': ['非常同意', '同意', '说不准', '不同意', '非常不同意'] } satisfies Record<Scale, string[]> as Record<Scale, string[]>,
  outside: { 'does-not-apply': '和我没关系', 'rather-not-say': '不想说' } satisfies Record<Outside, string> as Record<Outside, string>,
  words: '不写也行。别写名字和电话。', pick: '选一个。不想答，就选“不想说”。', privateFound: '好像写了名字或电话，改一改吧。',
  offline: '网断了，答案还在。等一等，再按一次。', done: '收到了，谢谢你！', doneLead: '没有人知道是谁答的。', home: '回首页', untilThen: '没交以前，答案只在这一页。',
  teen: {
    title: '填问卷', lead: '不记名字，不记账号，也不记是哪台手机。没有标准答案。', codeTitle: '问卷码', code: '输入八位的码', practice: '练习', review: '都答完了', reviewLead: '可以回去改，也可以现在交。', handIn: '交卷',
    words: '可以不写。请不要写名字、电话和住址。', pick: '请先选一个；不想答，就选“不想说”。', privateFound: '这里好像有名字、电话或住址。请改掉再交。', doneLead: '没有人知道这份答卷是谁的。结果出来后会公布。', untilThen: '交卷以前，答案只在这一页里；关掉就没有了。',
  },
};
