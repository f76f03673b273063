import type { MotionState } from '#app/domain/children/councils/model.ts';

/** 小朋友开会: `adult` is for grown-ups, `teen` for 13–18. */
export default {
  title: '小朋友开会', lead: '大家一起说，大人要回答。',
  needCode: '先写你的口令，再来看。', enter: '我有口令',
  none: '这里还没有小朋友的会。', noneMore: '你可以先提一条建议。', say: '我有话说',
  councils: '我们的会', mine: '我是委员', next: (day: string) => `下次开会：${day}`, noNext: '还没定下次哪天开。', look: '进去看看',
  nominating: (day: string) => `选新委员，到${day}`, voting: '正在选新委员', stand: '我也想参加', vote: '我来投票',
  rounds: '一起出去走走', noRounds: '现在没有走访。', roundAt: (when: string, place: string) => `${when}，${place}`, with: (name: string) => `大人：${name}`,
  seatsLeft: (n: number) => `还有${n}个位子`, full: '位子满了，可以排队', signUp: '我要去', seated: '你有位子了', waiting: '你在排队，有空位会轮到你', giveBack: '我不去了', nickname: '大家怎么叫你？', nicknameHint: '写小名，不写真名。',
  walked: '走完了', note: '我看到了什么', noteGo: '交给大人', noteThanks: '收到了，大人会看。', photo: '拍的图', photoHint: '不拍别人的脸。',
  ownNotes: '我看到的',
  motions: '大家想做的事', noMotions: '还没有人提。', put: '我想提一件事', putTitle: '用一句话说', putText: '为什么想做？', putGo: '提出来', putThanks: '收到了。大人先看一遍，再给大家看。',
  reading: '大人正在看', own: '我提的', second: '我也同意说说它', seconded: '你支持过了', withdraw: '我不提了', support: { how: '委员可以支持它。请用自己的卡进来。', go: '用我的卡进来' },
  voteNow: '现在投票', voices: { for: '同意', against: '不同意', abstain: '都可以' }, voteGo: '投票', voted: '你投过了', notThere: '请大人帮你签到。',
  result: (yes: number, no: number, any: number) => `${yes} 人同意，${no} 人不同意，${any} 人都可以`,
  states: {
    put: '等别人支持', seconded: '等着上会', tabled: '在下次会上说', adopted: '通过了', rejected: '这次没通过', sent: '信寄给大人了', answered: '大人回答了', 'in-progress': '大人在做', done: '做完了', told: '做完了', 'handed-up': '交到上一级去了', withdrawn: '收回了',
  } satisfies Record<MotionState, string> as Record<MotionState, string>,
  waitsFor: (body: string, day: string) => `${body}要在${day}前回答`, answer: '大人说', verdicts: { yes: '可以做', partly: '能做一部分', no: '这次做不了' },
  lines: { voted: (what: string, how: string) => `${what}。${how}`, does: (what: string, until: string) => [what, until].filter(Boolean).map((one) => one.replace(/。$/, '')).join('，') + '。' },
  path: { link: '后来怎么样了', putOn: (day: string) => `${day}提出来`, vote: '大家投票', sent: '给大人写信', answer: '大人回答', promised: '说好谁来做', started: '正在做', done: '做好了', photo: (n: number) => `做好的样子 ${n}` },
  mineMeets: (council: string, when: string) => `${council}，${when}开会。`, mineWhere: (place: string) => `在${place}。`, toSession: '看看说什么',
  sessions: '开会的日子', session: (n: number) => `第 ${n} 次会`, when: (when: string) => `时间：${when}`, where: (place: string) => `地方：${place}`, agenda: '会上说什么', noAgenda: '还没写好。', now: '正在说', minutes: '开会说了什么', minutesWait: '大人还在写，过几天来看。', readMinutes: '看看说了什么', rules: '我们的约定',
  standTitle: '我想当委员', standLead: '替大家说话，和大家一起想办法。', statement: '我想为大家做什么', share: '我的小名可以给大家看', standGo: '我报名', standThanks: '报好了。大人先看一遍。', stoodAlready: '你已经报名了。', standDown: '我不参加了', stoodDown: '你不参加了。', standLate: '报名已经结束了。',
  voteTitle: '选委员', voteLead: (n: number) => `最多选 ${n} 个。没有人知道你选谁。`, choose: '你想选谁？', slip: '纸条上的码', slipHint: '老师发的那张纸条。', castGo: '投进票箱', castThanks: '投好了。谢谢你！', ballotClosed: '现在不能投票。',
  back: '回到开会的页面', take: '我想收回',
  adult: { consent: '报名走访、参加推选要用孩子自己的账号，并且监护人同意“参加活动”。没有账号的，可以在纸上签字交给社区。' },
  teen: {
    title: '儿童议事会', lead: '议事、表决、去函，责任单位限期答复。', needCode: '先用口令或账号进来。', none: '你所在的地方还没有议事会。', noneMore: '有想法可以先提建议。', councils: '我所在的议事会', mine: '我是委员', noNext: '下次会议时间未定。', look: '查看', voting: '正在投票', stand: '参选', vote: '投票',
    rounds: '观察员走访', noRounds: '近期没有走访。', full: '名额已满，可以候补', signUp: '报名', seated: '你有名额', waiting: '你在候补，有人退出时按顺序递补', giveBack: '让出名额', nickname: '小名', nicknameHint: '不要写真名。', note: '我的发现', noteGo: '提交', noteThanks: '已收到，审核后转为事项。', photo: '照片', photoHint: '不拍人脸；照片里的地点信息会去掉。',
    motions: '议案', noMotions: '还没有议案。', put: '提出议案', putTitle: '标题', putText: '理由和建议', putGo: '提交', putThanks: '已收到，审核后其他委员可以附议。', reading: '审核中', own: '我提出的', second: '附议', seconded: '已附议', withdraw: '收回议案', support: { how: '委员可以附议，要用自己的登录卡进来；班级或社区的口令不记姓名，不能附议。', go: '用登录卡进来' }, voteNow: '正在表决', voices: { for: '赞成', against: '反对', abstain: '弃权' }, voteGo: '提交表决', voted: '已表决',
    states: { put: '等待附议', seconded: '等待列入议程', tabled: '已列入议程', adopted: '已通过', rejected: '未通过', sent: '已去函', answered: '已答复', 'in-progress': '办理中', done: '已办结', told: '已告知', 'handed-up': '已上交', withdrawn: '已收回' } satisfies Record<MotionState, string> as Record<MotionState, string>,
    path: { link: '查看进展', putOn: (day: string) => `${day}提出`, vote: '表决', sent: '去函', answer: '答复', promised: '落实安排', started: '开始办理', done: '办结', photo: (n: number) => `办结照片 ${n}` }, toSession: '查看议程',
    answer: '答复', verdicts: { yes: '采纳', partly: '部分采纳', no: '未采纳' }, sessions: '会议', agenda: '议程', minutes: '会议记录', minutesWait: '记录还在整理和审核。', readMinutes: '看记录', rules: '章程要点', standTitle: '参选委员', standLead: '代表大家议事；监护人同意参加活动后可以自荐。', statement: '参选的话', share: '公开页面可以显示我的小名', standGo: '自荐', standThanks: '已收到，审核后列入候选名单。',
    voteTitle: '选举委员', slip: '选票码', slipHint: '现场发的纸条；与姓名无关。', castGo: '投票', castThanks: '投票完成。', choose: '候选人',
  },
};
