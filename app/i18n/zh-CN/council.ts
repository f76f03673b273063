import type { AnswerVerdict, CandidateState, ChairWay, CouncilLevel, ElectedBy, Majority, MotionState, SeatKind, SessionState, TermState } from '#app/domain/children/councils/model.ts';
import type { RoundState } from '#app/domain/children/observers/model.ts';
import type { Layer } from '#app/platform/ctx.ts';

/** 儿童议事会: the pages of those who keep a council, and the public one. */
export default {
  title: '儿童议事会',
  lead: '章程、推选、会议、议案和答复。孩子只用小名，姓名不入系统。',
  form: { required: '必填', optional: '选填' },
  save: '保存', add: '添加', more: '添加或修改', colon: '：', day: '日期', time: '时间（北京）', place: '地点', reason: '理由', notYet: '还没有', and: '、', done: '已保存。',
  levels: { city: '市级', district: '区县级', street: '街道级', community: '社区级' } satisfies Record<CouncilLevel, string> as Record<CouncilLevel, string>,
  layers: { 'with-grown-up': '0—6 岁', primary: '7—12 岁', teen: '13—18 岁' } satisfies Record<Layer, string> as Record<Layer, string>,
  kinds: { school: '学校推荐', community: '社区推荐', self: '自荐' } satisfies Record<SeatKind, string> as Record<SeatKind, string>,
  chairWays: { ballot: '投票选出', hands: '举手选出', rotation: '轮流主持' } satisfies Record<ChairWay, string> as Record<ChairWay, string>,
  majorities: { simple: '赞成多于反对', 'two-thirds': '赞成占三分之二以上' } satisfies Record<Majority, string> as Record<Majority, string>,
  terms: { nominating: '正在提名', ballot: '正在投票', sitting: '在任', ended: '已届满' } satisfies Record<TermState, string> as Record<TermState, string>,
  candidates: { asked: '待本人同意', standing: '候选', withdrawn: '已退出', elected: '当选', reserve: '未当选' } satisfies Record<CandidateState, string> as Record<CandidateState, string>,
  electedBy: { votes: '得票', draw: '同票抽签', layer: '年龄层保留席位', unopposed: '等额' } satisfies Record<ElectedBy, string> as Record<ElectedBy, string>,
  sessionStates: { called: '已召集', running: '进行中', held: '已开完', cancelled: '已取消' } satisfies Record<SessionState, string> as Record<SessionState, string>,
  motionStates: { put: '待附议', seconded: '可列入议程', tabled: '已列入议程', adopted: '已通过，待发函', rejected: '未通过', sent: '已发函，等答复', answered: '已答复', 'in-progress': '办理中', done: '已办结', told: '已告知', 'handed-up': '已上交', withdrawn: '已收回' } satisfies Record<MotionState, string> as Record<MotionState, string>,
  verdicts: { yes: '采纳', partly: '部分采纳', no: '未采纳' } satisfies Record<AnswerVerdict, string> as Record<AnswerVerdict, string>,
  roundStates: { open: '报名中', closed: '报名结束', walked: '已走访', cancelled: '已取消' } satisfies Record<RoundState, string> as Record<RoundState, string>,
  waitsReading: '待审核', late: '已逾期', number: (n: number) => `第 ${n} 次会议`, termOf: (n: number) => `第 ${n} 届`, many: (n: number) => `${n} 名`,
  found: { title: '成立议事会', lead: '先写章程。席位、名额、任期和议事规则以后都可以修订，每一版都留着。', name: '名称', go: '成立并公布章程', none: '这里还没有儿童议事会。', link: '写章程，成立议事会' },
  charter: {
    title: '章程', version: (n: number) => `第 ${n} 版`, amend: '修订章程', aim: '宗旨', termYears: '任期（1—3 年）', seats: '委员人数（5—30）', quotas: '名额来源（三项相加等于委员人数）', layers: '按年龄层至少保留的席位（不保留填 0）', quorum: '法定人数（%）', majority: '表决', seconds: '附议人数', perYear: '每年会议次数', answerDays: '答复期限（工作日）', chairBy: '主持人', rules: '议事规则', childRules: '儿童版（一行一句，每句不超过 15 个字）', why: '修订理由', facts: (seats: number, years: number) => `${seats} 席，任期 ${years} 年`,
    hard: (line: string) => `这句话对孩子偏难：“${line}”`, quorumOf: (percent: number) => `在任委员的 ${percent}%`, workdays: (n: number) => `${n} 个工作日`, times: (n: number) => `每年 ${n} 次`, others: (n: number) => `${n} 名其他委员`,
  },
  supporters: { title: '成人支持者', lead: '每次会议都要有一位背景核查有效的大人在场。只登记核查日期，不上传核查结果。', name: '姓名', duty: '身份', checkedOn: '背景核查日期', valid: (day: string) => `核查有效至 ${day}`, expired: '核查已过期', end: '离任', none: '还没有登记支持者。' },
  term: {
    title: '推选', open: '开始新一届提名', until: '提名截止', untilDay: (day: string) => `提名到 ${day}（含）`, name: '登记书面提名', nickname: '小名（不写真名）', layer: '年龄层', kind: '名额', namedBy: '推荐学校或社区', statement: '参选的话', assentOn: '孩子本人签字日期', consentOn: '监护人签字日期', share: '监护人书面同意公开页面显示小名',
    startBallot: '结束提名，开始投票', voices: (n: number) => `已投 ${n} 票`, slips: '选票码', slipsLead: '给没有账号的孩子。像发选票一样当场发，不要记谁拿了哪一张；码只显示这一次。', slipsMany: '张数', slipsGo: '生成', slipsLeft: (n: number) => `未用的选票码 ${n} 张`, slipsPrint: '打印后剪开发放。刷新后不再显示。', paper: '录入纸质选票', papers: '有效选票张数', tellers: '计票人（两名）', votesOf: (name: string) => `${name} 的票数`, count: '结束投票并计票', secret: '选票只累加，不逐张保存；选民名单计票后清空。平票按公开种子抽签。', seed: '抽签种子', seedHash: '种子指纹（投票前公布）', sitting: (from: string, to: string) => `任期 ${from} 至 ${to}`, letters: '打印聘书', members: '委员', chair: '主持人', makeChair: '推选为主持人', leave: '离任', show: '公开小名', hide: '不公开小名', standDown: '退出', votes: (n: number) => `${n} 票`, delegate: '下级代表',
  },
  linked: { title: '上下级议事会', above: '上一级', below: '下级', seat: '请代表入席', member: '代表', none: '没有下级议事会。' },
  sessions: { title: '会议', call: '召集会议', none: '还没有会议。', open: '进入会议', move: '改时间或地点', cancel: '取消会议' },
  session: {
    agenda: '议程', item: '议程项目', minutes: '时长（分钟）', motion: '列入议案', ownItem: '（写上面的项目）', remove: '移走', here: '签到', present: (n: number, q: number) => `到场委员 ${n} 名，法定人数 ${q} 名`, saveHere: '保存签到', begin: '开会', end: '散会', goTo: '讨论这一项', now: '正在讨论', over: '已讨论', planned: (n: number) => `${n} 分钟`, notes: '讨论要点（不写孩子的名字）', vote: '表决', byCount: '举手或纸条计数', inFavour: '赞成', against: '反对', abstaining: '弃权', byPhones: '委员用自己的手机表决', closePhones: '结束手机表决', voting: (n: number) => `手机表决进行中，已投 ${n} 票`, result: (a: number, b: number, c: number) => `赞成 ${a}，反对 ${b}，弃权 ${c}`, secondedIn: '现场附议', second: '记附议', putIn: '代写议案', mover: '提出的委员',
    writeMinutes: '会议记录', fullMinutes: '记录（存档用）', childMinutes: '儿童版记录（一行一句）', childHint: '每句不超过 15 个字，用孩子认得的字。', waits: '记录在审核，通过后孩子和公众可以看到。', read: '记录已公开。', files: '打印', agendaFile: '议程', hereFile: '签到表', minutesFile: '会议记录', answered: '当场答复请到议案页登记。',
  },
  motions: { title: '议案', none: '还没有议案。', seconds: (n: number) => `附议 ${n} 名` },
  motion: {
    wording: '改写要孩子同意', wordingLead: '审核时改了文字，怕泄露隐私。这名孩子没有账号：请当面念给孩子听，照孩子说的登记。', wordingYes: '孩子说行', wordingNo: '孩子说不行',
    send: '发函给责任单位', body: '责任单位', contact: '联系人或文号（选填）', sendGo: '生成函件并开始计时', letter: '函件', due: (day: string) => `应在 ${day} 前答复`, sentOn: (day: string) => `${day} 发函`, answer: '登记答复', verdict: '结论', full: '答复（存档、公开）', child: '说给孩子的话', childHint: '先说结果，再说为什么；每句不超过 15 个字。', by: '答复人（单位和身份）', at: '在哪次会议上当面答复', inWriting: '书面答复', handUp: '交上一级议事会', handUpTo: (name: string) => `交给${name}`, from: (name: string) => `来自${name}`, matter: '承诺时钟', matterLead: '通过的议案已转为儿童建议事项：谁去做、何时做完、做完告诉孩子，都在那里办。', text: '议案', votes: '表决', quorum: (present: number, quorum: number) => `到场 ${present} 名，法定人数 ${quorum} 名`,
  },
  rounds: {
    photo: (n: number) => `照片 ${n}`, addPhotos: '现场照片（选填，最多 3 张）', photosHint: '不要拍到孩子的脸。拍摄地点和时间会自动去掉，审核后才公开。',
    title: '观察员走访', lead: '孩子和大人一起去看，看到的问题转为事项。', plan: '安排走访', none: '还没有走访。', name: '题目', about: '去看什么', seats: '名额', supporter: '带队的大人', seated: '有名额', waiting: '候补', signUp: '登记书面报名', free: '让出', people: '报名', taken: (n: number, of: number) => `${n}／${of}`, there: '到场', walked: '登记走访结束', summary: '一句话小结（孩子看得到）', notes: '发现', note: '代记发现（写孩子说的话，不写名字）', toMatter: '转为事项', isMatter: '已转为事项', photos: (n: number) => `照片 ${n} 张`,
  },
  list: {
    title: '儿童议事会', lead: '孩子们替大家说话的地方：开了几次会，通过了什么，大人答复了没有。', none: '这里还没有议事会。', level: '级别', all: '全部', closed: '已结束', councils: '议事会', ofCouncils: '个', times: '次', ofMotions: '条',
    sessions: (year: string) => `${year} 年开会`, adopted: (year: string) => `${year} 年通过的议案`, rounds: (year: string) => `${year} 年观察员走访`, answered: (motions: number, answered: number, inTime: number) => `今年提出议案 ${motions} 条，已答复 ${answered} 条，其中按期 ${inTime} 条。`, did: (sessions: number, motions: number, answered: number) => `开会 ${sessions} 次，议案 ${motions} 条，已答复 ${answered} 条`,
  },
  public: {
    seats: '席位', seat: (n: number) => `${n} 号席位`, seatNames: '只有孩子和监护人都同意的，才显示小名。', sessions: '开过的会', motions: '议案和结果', noMotions: '还没有表决过的议案。', noSessions: '还没有公开的会议记录。', election: '推选结果', voices: (n: number) => `共 ${n} 人投票`, few: '投票人数少，只公布当选，不公布票数。', drawn: '平票次序 = SHA-256（种子 + 换行 + 候选编号），小的在前；种子的指纹在投票前已经公布。', answerTimes: '答复', daysTaken: (day: string) => `${day} 答复`, waits: (body: string, day: string) => `等${body}答复，期限 ${day}`, lateFor: (body: string, day: string) => `${body}应在 ${day} 前答复，还没有答复`, onClock: '已列入承诺时钟，办理和完成情况见儿童建议。', voicesPage: '这里的儿童建议', charterLead: '怎么产生、几个人、任期多久、怎么议事，都写在这里。', childVersion: '说给孩子听', above: '上一级议事会', founded: (day: string) => `${day} 成立`, ended: '这个议事会已经结束。', page: '公开页面',
  },
  paper: {
    pageOf: ['第', '页，共', '页'] as [string, string, string], charter: '章程', agenda: '会议议程', minutes: '会议记录', here: '签到表', ballot: '选票', letter: '关于儿童议案的函', appointment: '聘书', sign: '签名', nickname: '小名', item: '议程', minutesPlanned: '时长', choose: (n: number) => `请在名字前的方框里打勾，最多 ${n} 个。不要写自己的名字。折好投进票箱。`,
    appointed: (name: string, n: number, from: string, to: string) => `兹聘请你担任${name}第 ${n} 届委员，任期自 ${from} 至 ${to}。谢谢你替大家说话。`, realName: '姓名（手写）', to: (body: string) => `${body}：`, letterBody: (council: string, title: string, day: string) => `${council}表决通过了下面这条孩子们的议案：“${title}”。请研究办理，并于 ${day} 前答复：做不做、为什么、谁去做、什么时候做完。请另用孩子听得懂的话写几句，在会上或书面告诉他们。`, letterNo: (n: string) => `编号 ${n}`, day: '日期', signedBy: '（盖章）', adults: '成人支持者', children: '委员', notes: '要点', decided: '表决',
  },
};
