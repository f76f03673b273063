import type { Authority, ComplaintKind, FaceState, Flag, ItemKind, ItemState, Label, QueueShow, Reason, Severity, WordCategory } from '#app/domain/children/moderation/model.ts';

type Why = Flag['why'];

/** 内容审核与儿童保护: the pages of those who moderate. */
export default {
  title: '内容审核',
  lead: '孩子发来的，公开之前由人看一遍。先看急的，再看等得久的。',
  waiting: '等着看的',
  empty: '都看完了。孩子发来新的内容会出现在这里。',
  concluded: '近来的结论',
  noneConcluded: '还没有下过结论。',
  open: '看这一条',
  start: '从第一条开始看',
  across: {
    title: '各地的内容审核', lead: '哪里有内容等着看、等了多久。逐条打开办理，规则和社区一样。', place: '地方', many: '等着', since: '最早等了', waited: '等了', state: '情况', days: (n: number) => (n === 0 ? '今天' : `${n} 天`), urgent: (n: number) => `${n} 条要马上看`, late: (n: number) => `${n} 条超期`, inTime: '都在期限内',
    all: '全部', shows: { urgent: '马上看', late: '超期', second: '等第二个人', held: '暂存' } satisfies Record<QueueShow, string> as Record<QueueShow, string>, none: '没有符合条件的内容。', open: '打开', readers: '几个人看', one: '一人', two: '两人', another: '您看过了，等另一个人',
  },
  columns: { what: '内容', kind: '种类', found: '标出', due: '最晚看完', state: '状态', by: '谁看的', when: '什么时候' },
  drawing: '（没有文字，有图画、照片或录音）',
  hidden: '（已作为证据锁定）',
  late: '已超期',
  from: { child: '孩子发来', adult: '大人写给孩子' },
  kinds: {
    suggestion: '建议', answer: '给孩子的答复', work: '作品', minutes: '会议记录', motion: '议案', hazard: '隐患', walk: '走查', round: '观察记录', 'survey-comment': '问卷留言', complaint: '投诉',
  } satisfies Record<ItemKind, string>,
  states: {
    waiting: '等着看', second: '等第二个人看', 'to-agree': '等孩子同意改动', held: '暂存', approved: '已公开', rejected: '不公开', escalated: '已上报', protected: '已报告保护',
  } satisfies Record<ItemState, string>,
  handledState: '已处理',
  severities: { look: '留意', keep: '先留住', urgent: '马上看' } satisfies Record<Severity, string>,
  why: {
    phone: '电话', 'identity-number': '身份证号', address: '住址', 'school-and-name': '学校和姓名', account: '网上的号', harm: '可能受到伤害', bullying: '欺负人的话', imitation: '可能被模仿', values: '不良价值取向', illegal: '违法', contact: '引诱私下联系',
  } satisfies Record<Why, string>,
  categories: { harm: '可能受到伤害', bullying: '欺负人的话', imitation: '可能被模仿', values: '不良价值取向', illegal: '违法', contact: '引诱私下联系' } satisfies Record<WordCategory, string>,
  labels: {
    imitation: '可能引发模仿不良行为', values: '可能影响价值观', image: '不当使用未成年人形象', 'private-data': '不当披露、使用未成年人信息',
  } satisfies Record<Label, string>,
  item: {
    title: (kind: string) => `审核：${kind}`,
    original: '孩子的原话', originalAdult: '原文', edited: '改后的文字', nothingFound: '没有标出什么。请照样读一遍。',
    found: (many: number) => `标出 ${many} 处`,
    complaintAbout: (what: string) => `投诉：${what}`, complaintPage: '在哪一页', complaintThing: (kind: string) => `被投诉的是一条${kind}。`,
    takeBack: '先收回，再看一遍', takenBack: '已经收回，公开页面上看不到了，排进了等着看的。',
    files: '图片和录音', sound: '录音', document: '文件', facesAsk: '看得出是谁吗？',
    faces: { unknown: '还没看', none: '没有人脸', blurred: '已遮挡', consented: '是发来的孩子本人' } satisfies Record<FaceState, string>,
    none: '没有人脸', own: '是孩子本人，已同意出镜', blur: '遮挡', blurTitle: '勾选盖住人脸的格子', blurDo: '遮挡勾选的格子', cell: (row: number, column: number) => `第 ${row} 行第 ${column} 格`,
    shownCopy: '公开的是这张', originalKept: '原图不公开',
    decide: '下结论', two: '这件作品要两个人看。', secondNow: '另一位同事看过，认为可以公开。您是第二个人。', secondOwn: '您看过第一遍。请由另一位同事看第二遍。',
    approve: '可以公开', handled: '看过，已经处理',  approveSecond: '第二遍：可以公开', looked: '看过，标出的不是孩子的隐私', labelsAsk: '属于四类之一吗？（标了不会放在显眼处）',
    edit: '改一改，请孩子同意', editLead: '只删去不能公开的部分，不改孩子的意思。孩子或监护人同意后才公开。', editDo: '发给孩子看',
    hold: '先放一放', holdDo: '暂存', note: '写给同事的话（孩子看不到）',
    reject: '不公开', rejectDo: '不公开，并告诉孩子', reasonAsk: '告诉孩子的理由',
    reasons: {
      private: '里面有不该让别人知道的事', face: '图里看得出是谁', 'hurts-somebody': '这些话会让别人难过', unsafe: '照着做会有危险', unclear: '看不懂，请再说一遍', 'not-own': '这是别人的作品', twice: '已经发过一样的',
    } satisfies Record<Reason, string>,
    escalate: '上报违法内容', escalateLead: '内容会锁定并留存。请同时用电话报告。', authorityAsk: '报给谁', authorities: { police: '公安机关', cac: '网信部门', education: '教育部门', 'civil-affairs': '民政部门' } satisfies Record<Authority, string>, number: '回执或警情编号', escalateDo: '记下上报并锁定',
    harm: '怀疑孩子受到伤害', harmCard: ['不要问孩子，也不要回复这条内容。', '不要告诉被怀疑的人。', '写下您看到了什么，不写猜测。', '孩子眼下有危险，马上打 110。'],
    noticed: '您看到了什么', harmDo: '报告，并锁定证据', harmLead: '值守人会马上收到通知，通知里没有内容。从这时起谁也不能改、不能删。',
    done: { approved: '已公开。', second: '第一遍通过，等另一位同事看。', 'to-agree': '已发给孩子看，等孩子同意。', held: '已暂存。', rejected: '不公开，已告诉孩子。', escalated: '已记下上报，内容已锁定。', protected: '已报告。值守人收到了通知。请不要问孩子。', dropped: '锁定已解除，内容已删除；上报留存的一份还在。' } as Record<string, string>,
    endLock: '解除锁定并删除', endLockLead: '收到上报的机关不再需要时才办，由另一位同事办理。内容马上删除，上报留存的一份还在。', endLockReason: '依据和理由',
    undo: '撤回', undone: '已撤回，重新等着看。', nextHere: '下一条在下面。', all: '看完了，没有下一条。', back: '回到列表', locked: '已作为证据锁定，这里不再显示内容。由值守人办理。',
    settled: (state: string, by: string, when: string) => `${state} · ${by} · ${when}`, reasonGiven: '告诉孩子的理由', noteGiven: '同事留的话', declined: '孩子不同意改后的文字，请再看一看。',
  },
  complaints: { mean: '有人说了伤人的话', private: '写出了我的事', scary: '让我害怕', mine: '这是我的，被别人用了', other: '别的' } satisfies Record<ComplaintKind, string>,
  limit: { title: '期限和值守', lead: (days: number) => `这里的审核期限是 ${days} 个工作日；标为“马上看”的当天看完。`, days: '工作日（1—10）', set: '改期限', saved: '已保存。', duty: '儿童保护值守人', dutyLead: '怀疑孩子受到伤害时，马上通知这些人。', nobody: '还没有指定，通知会发给本地和上级能查阅报告的人。', name: '登录名', add: '指定', end: '撤去' },
  reports: { title: '儿童保护报告', lead: '只列编号和时间。要看内容，先写明理由。', none: '没有保护报告。', opened: '开立', own: '我报告的', ownLead: '您报告的疑似伤害现在到了哪一步。为了保护孩子，不说内容和经过。', receipt: '回执号', closedOn: '办结', states: { open: '等人知悉', taken: '已知悉', closed: '已办结' }, open: '打开' },
  report: {
    title: '儿童保护报告', who: '谁报告的', when: '什么时候', where: '从哪里看到', sources: { moderation: '内容审核', staff: '工作人员', public: '公众' }, basis: '保全依据', basisText: '未成年人保护法第十一条；个人信息保护法第四十七条',
    card: '记住四件事', rules: ['不要自己问孩子；谈话交给专业的人。', '不要通知被怀疑的人。', '孩子眼下有危险，马上打 110。', '做了什么，随时记在这里。'],
    knowing: '谁什么时候知道的', person: '谁', told: '通知时间', knew: '确认知悉', notYet: '还没有确认', take: '我已知悉，马上办', taken: '已记下您知悉的时间。',
    readings: '谁看过内容', noReadings: '还没有人看过内容。', read: '查阅内容', reason: '为什么要看', readDo: '写明理由并打开', readLead: '先记下谁、什么时候、为什么，再显示 15 分钟。', until: (time: string) => `到 ${time} 为止可看。`,
    noticed: '报告人看到的', evidence: '锁定的内容', files: '锁定的文件', hash: '指纹',
    close: '办结', done: '做了什么', closeDo: '办结这份报告', closed: (who: string, when: string) => `${who}于 ${when} 办结。`, kept: '证据继续锁定，直到另一个人解除保全。', closing: '办结说明',
    end: '解除证据保全', endLead: '保全的依据没有了才解除。看到的情况和锁定的原话马上删除，不能恢复；谁什么时候知道、做了什么留着。', endings: { over: '依据已经结束：原话和附件删除', unfounded: '查明没有伤害：原话退回去重新审核' }, ending: '为什么解除', endReason: '依据和理由', endDo: '解除保全', ended: (who: string, when: string) => `${who}于 ${when} 解除了证据保全。`, endedWhy: '解除的理由',
  },
  words: {
    title: '敏感词表', lead: '全国用一份，改一次出一版。每行写：词｜类别｜轻重。全角、繁体、中间加点加空格、拼音写法会自动认出。', version: (n: number) => `第 ${n} 版`, first: '随系统附带', list: '词表', note: '这一版改了什么', publish: '发布新一版', published: '已发布。之后送来的内容按新的词表标出。', versions: '各版', many: (n: number) => `${n} 个词`,
    categoryKey: '类别：harm 可能受到伤害，bullying 欺负，imitation 可能被模仿，values 价值取向，illegal 违法，contact 引诱联系', severityKey: '轻重：look 留意，keep 先留住，urgent 马上看', by: '发布人', at: '时间',
  },
};
