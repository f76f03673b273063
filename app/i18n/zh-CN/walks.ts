import type { Compared } from '#app/domain/service/walks/score.ts';

/** 一米视角走查: planning, walking, what was seen, before and after. */
export default {
  required: '必填', optional: '选填', colon: '：', title: '一米视角走查', lead: '和孩子一起，用一米的高度走一段路、看一处地方。看到的马上变成要修的事。',
  states: { planned: '计划中', 'under-way': '正在走', closed: '已结束', 'called-off': '已取消' },
  settings: { route: '上学路', indoor: '室内场地', outdoor: '户外场地' },
  norms: { C1: '规划与共同设计', C2: '室内空间', C3: '户外空间', C4: '出行安全', C5: '安全与环境' },
  bands: { good: '好', partly: '一部分好', poor: '不好' },
  changes: { better: '变好了', same: '差不多', worse: '变差了' } satisfies Record<Compared['change'], string>,
  points: (score: number) => `${score} 分`, tooFew: '观察太少', times: (many: number) => `${many} 次`, kids: (many: number) => `${many} 名孩子`, sample: '示例数据',
  list: { plan: '计划一次走查', none: '还没有走查。选一段上学路或一处场地，约上几个孩子和一位大人，走一次只要半小时。', tickets: (many: number) => `工单 ${many} 张`, noScore: '没有分数', map: '安全路线图', open: '公开页', caption: '各次走查', file: '存成文件：', how: '怎样走', steps: ['在这里计划，得到走查码。', '手机先在有网的地方输入走查码，路上不用网；也可以打印走查表。', '孩子点三张脸、拍照片，大人在旁边看路。', '回来后送出记录，把不好的地方转成工单，结束走查。', '修好以后再走一遍，看看变了没有。'] },
  plan: {
    title: '计划一次走查', lead: '只记有多少孩子、多大年龄，不记谁的名字。', place: '走哪里', placeHint: '上学路要先公布，场地要在开放。', blank: '请选择', routes: '整条路', parts: '一段路', places: '场地', day: '哪一天', dayHint: '纸上走完再录入的，填走的那一天。', adults: '带队的大人', adultsHint: '至少一位熟悉路的大人；写姓名或称呼。', group: '哪个小组', groupHint: '例如“三年级小观察员”。请不要写孩子的名字。',
    children: '来几个孩子', ages: { 'with-grown-up': '0–6 岁', primary: '7–12 岁', teen: '13–18 岁' }, unit: '人', note: '要带什么、注意什么', consent: '每个孩子的监护人都同意参加和拍现场；不记孩子的名字，不拍孩子的脸', consentName: '监护人同意', submit: '计划好了', noPlaces: '本社区还没有公布的上学路，也没有开放的场地。请先登记一处。', toSpaces: '去登记空间', toRoutes: '去画安全路线',
  },
  one: {
    facts: { day: '日期', adults: '带队的大人', group: '小组', children: '孩子', where: '在哪里', note: '备注', checklist: '走查表', version: (n: number) => `第 ${n} 版` },
    phones: '带手机走', phonesText: '在有网的地方打开这个地址，输入走查码。一部手机几个孩子轮流点。', code: '走查码', codeWarn: '有这个码就能送记录，请只给一起走的人。', address: '地址', noPhone: '还没有手机带走。', phone: (n: number) => `手机 ${n}`, takenAt: '带走', syncedAt: '最近送回', never: '还没有送回', holds: (many: number) => `还有 ${many} 条没送`, done: '已放下', allIn: '都送回了', phoneTable: '带走的手机', state: '状态',
    paper: '用纸走', paperText: '打印出来，一个位置一张，孩子在脸下面画一笔；回来照着录入。', print: '打印走查表', enter: '录入一张纸', sheets: (many: number) => `已录入 ${many} 张`,
    photos: '照片', addPhotos: '加照片', point: '照的是哪一点', noPoint: '不在表里', spot: '在哪个位置', noSpot: '不分位置', photoNote: '一句话（选填）', photo: '照片', photoHint: '照片里的位置信息会去掉；请不要拍孩子的脸。', choose: '选照片', photoRule: 'JPG、PNG、WebP、HEIC，一次最多三张', submitPhotos: '加上', photoAlt: (what: string) => `走查照片：${what}`, waiting: (many: number) => `还有 ${many} 张照片在手机上。`, notPublic: '照片审核以后才公开。', late: (many: number) => `结束以后又收到 ${many} 条，放在旁边，不算分。`,
    saw: '看到了什么', sawText: (many: number) => `一共记了 ${many} 次。三次以下不打分；“这里没有”和“看不到”不算。`, nothing: '还没有收到记录。', score: '总分', norm: '规范', rule: '细则', points: '各点', what: '看的一点', mean: '得分', counted: '次数', good: '好', middling: '一般', bad: '不好', other: '没有或看不到', layers: '分年龄层', layersText: '每个年龄层都有五名以上的孩子，才分开看。', noLayers: '孩子不多，不分年龄层。',
    wrong: '说不好的地方', wrongText: '点一下就转成隐患工单，照片一起带过去。', nobody: '没有孩子说不好。', saidBad: (bad: number, all: number) => `${all} 次里 ${bad} 次说不好`, pins: '拍下的照片', toTicket: '转成工单', ticket: '工单', sameAsk: '也许已经有工单了？', same: '和哪一处相同', notSame: '都不是，开一张新的', kind: '是哪一种',
    close: '结束走查', closeText: '结束后分数固定下来，写进佐证，孩子可以看到结果。', words: '对孩子说几句', wordsHint: '孩子会读到：谢谢他们，告诉他们接下来做什么。短句，别写名字。', anyway: '还有手机没送完，不再等', callOff: '取消走查', callOffText: '没有走成，写一句原因。', reason: '原因',
    told: '给孩子看的结果', publicPage: '公开页', before: '前后对比', beforeText: (day: string) => `和 ${day} 那一次比。差不到十分算差不多。`, was: '上一次', now: '这一次', change: '变化', noBefore: '同一处以前没有走过。修好以后再走一遍，这里会放在一起比。', against: '和哪一次比', compare: '比一比', again: '同一处再走一遍', photosBefore: '上一次的照片', photosAfter: '这一次的照片', noCompare: (day: string) => `和 ${day} 那一次还比不了：没有哪一点两次都记够三次。再走一遍，多记几条。`,
  },
  sheet: { title: '走查表', lead: '请孩子在脸下面画一笔，一个孩子一笔。一个位置用一张。', at: '位置', by: '第几张', empty: '画一笔', safety: '大人走在靠车的一边；不站在车道上拍照；不写孩子的名字。', back: '返回走查', print: '按 Ctrl+P（手机上用“分享—打印”）打印。' },
  enter: { title: '录入一张纸', lead: '每一格填有几笔，没有就空着。', spot: '这张纸的位置', save: '保存这张', saved: '这张存好了。还有的话接着录下一张。', table: '各点的笔数' },
  open: {
    title: '孩子走过，大人修好', lead: (place: string) => `${place}的孩子用一米的高度走过的地方，看到了什么，修好了什么。`, crumb: '一米视角走查', none: '这里还没有结束的走查。', seen: '看到了什么', became: '后来怎样', counts: (all: number, verified: number) => `转成工单 ${all} 张，确认修好 ${verified} 张。`, noTickets: '这次没有转成工单的地方。', repairs: '修好前后', repairsText: '只放确认真的修好的；照片审核过。', noRepairs: '还没有确认修好的。', saidBad: (point: string) => `这一条孩子打了“不好”：${point}`, beforeAlt: '修好之前', afterAlt: '修好以后', forChildren: '给孩子看', words: '大人的话', inChinese: '中文', note: '这里不写大人和小组的名字；孩子不到十名时不写人数。分数是孩子点的，不是评估结论。', map: '看安全路线图', walk: (day: string) => `${day} 走的`,
  },
  columns: { where: '走的地方', setting: '种类', day: '日期', state: '状态', children: '孩子人数', taps: '记录次数', score: '总分', tickets: '工单', verified: '确认修好' },
};
