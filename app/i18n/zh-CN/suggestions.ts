import type { LundyMark, LundyPart } from '#app/domain/children/suggestions/lundy.ts';
import type { Better, Level, MatterState, Outcome, Picture, Reason, Show, StepKind, Topic, Understanding } from '#app/domain/children/suggestions/model.ts';
import type { ItemState } from '#app/domain/children/moderation/model.ts';

/** 儿童建议: the pages of the staff, and the public page of a community. */
export default {
  title: '儿童建议',
  lead: '孩子说的每一条都要有人看、有人答、说到做到、做完告诉孩子。',
  list: '建议清单',
  shows: { open: '在办', late: '逾期', received: '等您看', seen: '等回答', adopted: '答应了，在做', settled: '已办结' } satisfies Record<Show, string> as Record<Show, string>,
  showLabel: '进度',
  search: '按孩子的话查找', allTopics: '所有方面', topic: '方面', go: '查找',
  none: '没有这样的建议。', empty: '还没有孩子提建议。发一个班级码或社区码，孩子就能用手机说；没有手机的，可以录入纸条。',
  paper: '录入纸条', clock: '办理期限', publicPage: '公开页面', previous: '上一页', next: '下一页', all: '查看全部',
  file: { lead: '导出这个筛选下的全部事项。孩子的原话只写已审核公开的。', late: '是否逾期', seenDueOn: '应看到', seenOn: '看到', answerDueOn: '应答复', answeredOn: '答复', outcome: '答复结果', taskDueOn: '答应完成', doneOn: '办结', reopened: '重新打开次数', words: '公开的原话' },
  columns: { words: '孩子说', topic: '方面', state: '进度', due: '期限', received: '收到', owner: '谁来做', many: '几个孩子说', unit: '社区' },
  noWords: '（用图画、照片或声音说的）', locked: '原文由儿童保护人员保管，请不要追问孩子。', lateTag: '已逾期',
  topics: { 'way-to-school': '上学的路', play: '玩的地方', learning: '看书学习', green: '花草树木', downstairs: '我家楼下', lamps: '路灯', 'grown-ups': '大人怎么做', other: '别的' } satisfies Record<Topic, string> as Record<Topic, string>,
  pictures: { wish: '我想要', broken: '坏了', dark: '太黑了', scary: '我害怕', dirty: '太脏了', more: '不够用', nice: '我喜欢' } satisfies Record<Picture, string> as Record<Picture, string>,
  states: { received: '收到，等人看', seen: '有人看了，等回答', adopted: '答应了', 'under-way': '正在做', done: '做好了', 'not-adopted': '没有采纳，已说明', merged: '已合并', 'taken-back': '孩子收回了', protected: '转儿童保护' } satisfies Record<MatterState, string> as Record<MatterState, string>,
  levels: { place: '已提醒本社区', street: '已报街道和区县', city: '已报市级' } satisfies Record<Level, string> as Record<Level, string>,
  ways: { page: '孩子自己交的', paper: '纸条录入' },
  layers: { 'with-grown-up': '0—6 岁', primary: '7—12 岁', teen: '13—18 岁' } as Record<string, string>,
  reviews: { waiting: '待审核，尚未公开', second: '待二审，尚未公开', 'to-agree': '等孩子同意改写', held: '暂不公开', approved: '可以公开', rejected: '不公开', escalated: '已上报', protected: '转儿童保护' } satisfies Record<ItemState, string> as Record<ItemState, string>,
  matter: {
    said: '孩子说的话', saidOn: (day: string) => `${day} 说`, shownAs: '公开时的文字：', from: (way: string, layer: string) => `${way}，${layer}`,
    file: { drawing: '孩子的画', photo: '照片', voice: '录音' },
    see: '看到了', seeText: '点一下，孩子就知道谁看了。', called: '孩子怎么称呼您', calledHint: '只写姓氏和称呼，如 王老师。',
    due: (day: string) => `期限 ${day}`, noDue: '没有期限', steps: '经过', mine: '接下来',
    answer: '回答孩子', outcome: '结果', reason: '理由', text: '对孩子说的话', textHint: '短句，孩子认识的字。说清楚做不做、为什么。', owner: '谁来做', ownerHint: '孩子看得懂的称呼，如 刘警官、物业的张师傅。', dueOn: '哪天前做好', send: '告诉孩子', sendAnyway: '就这样告诉孩子',
    hard: '这几句孩子可能看不懂，请改短、改简单：', why: { 'long-breath': '一口气太长', 'long-sentence': '句子太长', rare: '有生僻字', official: '有公文词' } as Record<string, string>, 
    start: '告诉孩子：开始做了', startText: '做什么，现在怎样了', newDay: '改到哪天（不改就空着）',
    finish: '告诉孩子：做好了', finishText: '做成了什么样', photos: '做好后的照片（最多 4 张，不要拍到孩子的脸）', rung: '孩子参与的程度（自评）', rungNone: '先不评',
    merge: '合并', mergeLead: '可能是同一件事。合并以后，每个孩子都会收到同样的进展。', mergeInto: '合并到这一条', mergedInto: '已合并到另一条，请到那里办理。', open: '打开那一条',
    ratings: '孩子怎么看', more: '孩子还说：', lundy: '伦迪四要素', lundyLead: '由办理记录算出，供自己对照。',
    answerAgain: '孩子还有话说，请再回答一次。', unclear: '有孩子没听懂，或还有话说。可以在“开始做了”里用更简单的话再说一遍。',
    required: '必填', optional: '选填', problems: '还有几处要改',
  },
  outcomes: { adopted: '采纳，去做', partly: '采纳一部分', 'not-adopted': '这次做不了' } satisfies Record<Outcome, string> as Record<Outcome, string>,
  reasons: { 'can-do': '能做，也应该做', 'part-can': '一部分现在能做', 'not-ours': '要由别的部门决定，我们去转告', 'not-safe': '这样做不安全', 'no-place': '没有合适的地方', 'no-money': '今年没有这笔钱', already: '已经在做或已经做好', 'others-need': '还要照顾别人的需要' } satisfies Record<Reason, string> as Record<Reason, string>,
  templates: {
    'can-do': '你说得对。我们去做，做好了拍照片给你看。', 'part-can': '你说的有一部分现在能做。我们先做这一部分。', 'not-ours': '这件事要别人来定。我们去告诉他们，有消息就告诉你。', 'not-safe': '我们想过了，这样做会有人受伤，所以不能做。',
    'no-place': '我们看了，这里放不下。我们再想别的办法。', 'no-money': '今年没有这笔钱。明年我们再试一次。', already: '已经有人在做了，你很快就能看到。', 'others-need': '别人也要用这个地方，所以要一起商量。',
  } satisfies Record<Reason, string> as Record<Reason, string>,
  stepKinds: { received: '收到', seen: '看到', answered: '回答', started: '开始做', done: '做好', reopened: '孩子还有话说，重新办理', merged: '并入一条相同的建议', late: '逾期，已上报' } satisfies Record<StepKind, string> as Record<StepKind, string>,
  understandings: { understood: '听懂了', 'more-to-say': '还有话说', 'not-understood': '没听懂' } satisfies Record<Understanding, string> as Record<Understanding, string>,
  betters: { better: '真的变好了', 'a-little': '好一点', 'not-better': '没有变好' } satisfies Record<Better, string> as Record<Better, string>,
  lundy: {
    parts: { space: '空间', voice: '声音', audience: '听众', influence: '影响' } satisfies Record<LundyPart, string> as Record<LundyPart, string>,
    about: { space: '孩子有自己能用的、安全的说话渠道', voice: '说出来了，没有被改动原意', audience: '有具名的大人按时看到', influence: '有带理由的答复，说到做到' } satisfies Record<LundyPart, string> as Record<LundyPart, string>,
    marks: { yes: '有', partly: '部分', 'not-yet': '还没有' } satisfies Record<LundyMark, string> as Record<LundyMark, string>,
  },
  rungs: ['1 操纵', '2 装饰', '3 摆样子', '4 成人定、告诉孩子', '5 征求意见并告知', '6 成人发起、共同决定', '7 儿童发起、儿童主导', '8 儿童发起、共同决定'],
  rungNote: '1 至 3 级不算参与。', tookPart: (rung: string, isParticipation: boolean) => `孩子参与的程度：${rung}${isParticipation ? '' : '（不算参与）'}`,
  paperPage: {
    title: '录入纸条', lead: '孩子没有手机，或者想写在纸上：替孩子录进来，把小牌子交给孩子。不记姓名。', text: '孩子的原话', textHint: '照着写，不改。不要写孩子的名字、学校和住址。', layer: '孩子的年龄层', photo: '纸条或图画的照片', agreed: '孩子知道这句话会交给社区，也愿意', send: '录入',
    done: '录好了。请把小牌子抄给孩子', keep: '离开这一页就再也查不到。', open: '打开这条建议', another: '再录一张',
  },
  clockPage: {
    title: '办理期限', lead: '都按工作日算。已经收到的建议保持原来的期限。', from: (name: string) => `现在用的是${name}的期限`, usual: '通用的', seenDays: '几天内有人看', answerDays: '几天内回答', streetDays: '逾期几天报街道和区县', cityDays: '逾期几天报市级', unit: '个工作日', save: '保存', saved: '已保存。新收到的建议按新的期限。',
    own: '本地区自己设的',
  },
  voices: {
    title: '孩子说的，大人答应的', lead: (unit: string) => `${unit}的孩子提了什么、大人答应了什么、做到了没有。没做到的也写在这里。`, clock: '承诺时钟', kept: '答应孩子的事，做到了', keptOf: (kept: number, all: number) => `${all} 件到期的承诺，做到 ${kept} 件`, answered: '按时回答', answeredOf: (some: number, all: number) => `${all} 条到期，按时回答 ${some} 条`,
    tooFew: '数量太少，不算比率', received: '收到', adopted: '采纳', done: '做好', open: '在办', late: '逾期', unit: '条', openTitle: '正在办', lateTitle: '晚了的', settledTitle: '办好和答复过的', nothing: '还没有孩子的建议。', nothingLate: '没有晚了的。',
    hidden: '内容还在审核，暂不显示', unread: (many: number) => `${many} 条的内容还在审核，先写进度和期限：`, clockIs: (seen: number, answer: number) => `孩子说了以后，${seen} 个工作日内有人看，${answer} 个工作日内回答；答应的事写明谁来做、哪天前做好。`, month: (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`, promised: (owner: string, day: string) => `${owner}，答应 ${day}前做好`, dueBy: (day: string) => `应在 ${day}前`, doneOn: (day: string) => `${day}做好`, many: (many: number) => `${many} 个孩子说过`, answer: '社区回答：', told: '做好后告诉孩子：',
    note: '只显示审核通过的文字；不写姓名、学校和年龄。时间只写到月份。', lundyTitle: '我们怎样听孩子说', lundyText: '孩子有自己的渠道说话（空间），可以写、画、说、选图（声音），由具名的大人按时看（听众），有带理由的答复并做到（影响）。', say: '我是小朋友，我有话说', crumb: '孩子的声音', all: '查看全部建议和承诺',
  },
};
