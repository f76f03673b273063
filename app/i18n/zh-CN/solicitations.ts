import type { Kind, Phase, State, Way } from '#app/domain/children/solicitations/model.ts';
import type { SeenState } from '#app/domain/children/moderation/model.ts';
import type { Layer } from '#app/platform/ctx.ts';

/** 征集: for those who run it, those who judge, and everybody who looks at the works. */
export default {
  title: '征集', lead: '请孩子画标志、写歌词、讲故事；公开之前有人看，展出之前有授权。', none: '还没有征集。先写一个：征什么、给谁、几号交。', start: '写一个征集',
  kinds: { logo: '标志', drawing: '绘画', lyrics: '歌词', story: '故事', photo: '照片' } satisfies Record<Kind, string> as Record<Kind, string>,
  states: { draft: '草稿', published: '已发布', decided: '已评定', 'called-off': '已取消' } satisfies Record<State, string> as Record<State, string>,
  phases: { draft: '草稿', coming: '还没开始', open: '正在收作品', choosing: '孩子们在选', judging: '评委在评', decided: '已评定', 'called-off': '已取消' } satisfies Record<Phase, string> as Record<Phase, string>,
  steps: ['收作品', '孩子选', '评委评', '评定展出'],
  layers: { 'with-grown-up': '0–6 岁', primary: '7–12 岁', teen: '13–18 岁' } satisfies Record<Layer, string> as Record<Layer, string>,
  ways: { account: '孩子账号', code: '班级码', paper: '纸质' } satisfies Record<Way, string> as Record<Way, string>,
  seen: { reading: '待审核', 'to-agree': '等孩子同意改法', shown: '审核通过', 'not-shown': '未通过' } satisfies Record<SeenState, string> as Record<SeenState, string>,
  days: (from: string, to: string) => `${from}至 ${to}`,
  columns: { title: '名称', kind: '种类', phase: '到哪一步', works: '作品', closes: '截止', number: '作品号', seen: '审核', licence: '授权', jury: '评委平均', prize: '奖项', way: '来路', layer: '年龄', handedIn: '收到' },
  form: {
    title: '名称', titleHint: '例如“给我们的议事会画一个标志”。', kind: '征什么', childRules: '给孩子看的说明', childRulesHint: '一行一句，每句不超过 15 个字：征什么、怎么交、几号截止、会怎么用。',
    rules: '规则（给大人）', rulesHint: '谁可以参加、怎么评、作品怎么用、怎么收回。', licence: '监护人授权书', licenceHint: '作品展出、印制的范围和期限；孩子账号里的同意和纸质签字都按这份文字。',
    licenceText: '我是作者的监护人，已和孩子商量。我们同意本社区在儿童友好社区的展览、宣传栏和出版物中，不署真实姓名、非营利地展示这件作品，期限两年；随时可以收回，收回后不再展示。',
    layers: '给哪些年龄', opensOn: '开始收', closesOn: '截止（当天算在内）', chooseUntil: '孩子选到', showUntil: '展到（可不填）', prizes: '奖项，一行一种：名称和个数', prizesHint: '例如“创意奖 3”。不排名次，奖项只说好在哪里。',
    save: '保存', publish: '发布', published: '已发布。发布后规则不能再改。', saved: '已保存。', missing: '还要改这里',
  },
  paper: {
    title: '录入纸质作品', lead: '孩子交来的纸质作品：拍照或扫描上传，歌词和故事打字录入。录入后把小牌子抄给孩子，凭它能查到、能收回。', file: '照片或扫描件', workTitle: '作品名', penName: '笔名（可不填，不写真名）', text: '文字',
    layer: '孩子的年龄', licensed: '监护人签字的授权书我已看到', enter: '录入', done: (number: number, plate: string) => `录入好了：作品 ${number} 号。小牌子：${plate}，请抄给孩子。`,
  },
  works: {
    title: '作品', none: '还没有作品。', moderate: '去审核', license: '已见签字', endLicence: '授权收回', inAccount: '按账号里的同意', licensedBy: (name: string, when: string) => `${name}，${when}`, noLicence: '还没有授权', chosen: '孩子们的选择',
    only: '只有审核通过、又有授权的作品，才进入孩子选、评委评和展览。', number: (n: number) => `作品 ${n} 号`, certificate: '证书', notes: '评委的话',
  },
  jury: {
    title: '评委', lead: '评委可以是大人，也可以是孩子代表。每人一个链接，先申报认识哪件作品的作者，再打分；申报了的作品不能打。', none: '还没有请评委。', name: '姓名或称呼', role: '身份', roleHint: '例如“美术老师”“议事会代表”。', invite: '请这位评委',
    link: (address: string) => `请把这个链接交给评委，只显示这一次：${address}`, declared: '已申报', notDeclared: '还没打开', marks: (n: number) => `已打 ${n} 件`, conflicts: (n: number) => `回避 ${n} 件`, remove: '请退出', removed: '已退出', reason: '原因',
  },
  judge: {
    title: (title: string) => `评审：${title}`, hello: (name: string) => `您好，${name}。`, declareTitle: '先申报回避', declareLead: '作品不署名。如果您知道是谁做的（自己的孩子、学生、亲友家的），请勾上，这件您就不打分。', declare: '申报完毕，开始打分', declareNone: '都不认识也请按下面的按钮。',
    markTitle: '打分', markLead: '1 到 5：想法是不是自己的，有没有说出主题。分数只供评定参考，不公布。', mark: '分数', note: '想说的一句话（可不填）', save: '记下', conflict: '已回避', left: (n: number) => `还有 ${n} 件没打。`, allDone: '都打完了，谢谢您。截止前还可以改。', notNow: '现在不是评审的时间。', saved: '已记下。',
  },
  decide: {
    title: '评定', lead: '左边是评委的平均分（至少两人打过才算），您来定奖项，并说明理由。孩子们的选择由系统另外列出，不公布票数。', prize: '奖项', noPrize: '不授奖', note: '评定说明（公开）', decide: '评定并展出', ballots: (n: number) => `孩子们投了 ${n} 张选票。`, notYet: '孩子选完以后才能评定。', few: '打分的人不到两位', score: (mean: string, count: number) => `${mean} 分（${count} 人）`,
  },
  callOff: { title: '取消征集', lead: '说明原因，孩子会看到。作品随时可以收回。', reason: '原因', do: '取消' },
  public: {
    title: '孩子们的作品', first: '获奖的和孩子们选出的', every: '所有展览', lead: '各地儿童友好社区征集来的标志、歌词、图画和故事。作者只署笔名，监护人都同意展出。', none: '现在没有在展的作品。', all: '全部', of: (place: string, many: number) => `${place}，${many} 件`, decided: '评定说明', rules: '征集规则', by: (pen: string) => `作者：${pen}`, anonymous: '作者不署名', chosen: '孩子们的选择',
    empty: '作品还在办授权，过几天再来看。', complain: '这里有不合适的内容', alt: (title: string) => `作品图：${title}`, back: '所有展览',
  },
  certificate: {
    file: (number: number) => `荣誉证书-作品${number}号`, title: '荣誉证书', name: '小作者：', text: (solicitation: string, work: string) => `你的作品《${work}》在“${solicitation}”征集中获得`, thanks: '谢谢你把想法告诉大家。',
  },
  evidence: { source: '儿童征集', title: (title: string) => `面向儿童的征集已评定并展出：${title}`, text: (works: number, shown: number, prizes: number) => `收到作品 ${works} 件，经审核和授权展出 ${shown} 件，授奖 ${prizes} 件。` },
};
