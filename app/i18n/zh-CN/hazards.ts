/** 隐患: reporting, following, handling. */
export default {
  title: '隐患', lead: '可能伤到孩子的地方，谁都能报。修好没有，由报的人说了算。', report: '报告隐患', list: '公开的隐患', none: '这里没有公开的隐患。', all: '全部', open: '还没修好', done: '确认修好', kind: '种类', allKinds: '各种类', state: '状态', columns: { what: '隐患', where: '大概地点', state: '状态', days: '天数', body: '责任单位' },
  counted: ({ open, verified, days, byChildren }: { open: number; verified: number; days: number | null; byChildren: number | null }) =>
    `还没修好 ${open} 处，确认修好 ${verified} 处${days === null ? '' : `（从报告到确认，居中的一处用了 ${days} 天）`}。${byChildren === null ? '' : `孩子报告的至少有 ${byChildren} 处。`}`,
  privacy: '这里只有审核过的文字和大概的地点，没有报告人。', days: (days: number) => `${days} 天`, previous: '上一页', next: '下一页', noWords: '（文字不公开）', before: '修之前', after: '修好后', photoBefore: '修之前的照片', photoAfter: '修好后的照片',
  kinds: { crossing: '过街', light: '照明', pavement: '人行道', 'blind-corner': '视线死角', equipment: '器械', surface: '地面', fire: '消防', water: '水边', electric: '用电', obstacle: '占道堵路', other: '其他' },
  states: { reported: '已报告', checked: '已核实', assigned: '已派单', repaired: '说修好了，等确认', verified: '确认修好', declined: '不予处理', duplicate: '并案' },
  dangers: { 1: '可以等', 2: '要尽快', 3: '马上危险' }, danger: '有多危险',
  bodies: { community: '社区', property: '物业', roads: '道路养护', 'traffic-police': '交警', lighting: '路灯管理', school: '学校', 'fire-station': '消防站', water: '水务', power: '供电' },
  sources: { public: '居民报告', child: '孩子报告', inspection: '巡检发现', walk: '一米视角走查', staff: '工作人员' },
  form: {
    lead: '一张照片、一个地点、一句话就够，不用写名字。', region: '先选社区', regionHint: '一级一级选到街道或社区。', kind: '是哪一种', text: '是什么问题', textHint: '请不要写孩子的名字、电话和门牌号。', place: '在哪里', placeNone: '不在这些地方', placeText: '或者写一下地点', placeTextHint: '写路名、路口或场地名，例如“观湖路东口”。', photo: '照片', photoHint: '照片里的位置信息会去掉；请不要拍到可以认出的孩子。', choose: '选照片', rule: 'JPG、PNG、WebP、HEIC，最多三张', submit: '报告', spaces: '儿童空间', segments: '安全路线', lng: '经度', lat: '纬度', exact: '在地图上点一下（选填）', exactHint: '精确的位置只给去修的人看，公开的只有大概地点。',
  },
  track: {
    title: '我报告的隐患', enter: '查进度', code: '查询码', codeHint: '报告以后看到的十二位字母和数字。', go: '查看', receivedTitle: '收到了，谢谢您', received: '请记下查询码。用它看办到哪一步，最后由您说是不是真的修好了。', yourPhotos: '您的照片', yours: '您写的', where: '地点', at: '社区', due: '下一步不晚于', steps: '办理经过', reading: '您的文字正在审核，公开之前只有办理的人看得到。', duplicate: '它和另一处报告是同一件事，下面是那一处的进展。',
    similar: '是不是下面这一处？', similarText: '附近有人报过同一种。是同一件事就点一下，您的查询码照样能用。', same: '就是这一处', really: '真的修好了吗？', reallyText: '维修的人说修好了。请您去看一看，再告诉我们。', yes: '真的修好了', no: '没有修好', still: '还有什么问题', send: '告诉他们', afterWaiting: '修好后的照片还在审核。', verified: '您确认了真的修好。', verifiedSecond: '由没有参与维修的人确认修好。', reopen: '又坏了？重新报告', reopenText: '写一下现在怎么样', reopenGo: '重新打开', declined: '为什么不处理', repairNote: '做了什么',
    words: { reported: '报告', checked: '有人去看过了', assigned: '交给了负责的单位', repaired: '说修好了', verified: '确认真的修好', declined: '不予处理', duplicate: '并到另一处', reopened: '重新打开', 'not-fixed': '没有修好，退回去再修', escalated: '报到上一级' },
  },
  repair: { title: '维修单', lead: '修好以后拍一张照片，在这里报完工。是不是真的修好，由报告人确认。', what: '要修什么', exact: '精确位置', due: '不晚于', note: '做了什么', name: '谁修的', photo: '修好后的照片', photoHint: '必须有。请不要拍到可以认出的孩子。', submit: '报完工', done: '收到了。报告人去看过、说真的修好了，这张单子才算结束。', again: '报告人说没有修好：', already: '这张单子现在不用再报。', childWords: '孩子报的，原话不在这里显示；要做什么见下面的说明。' },
  work: {
    lead: '危险的、过期的排在前面。', empty: '没有要办的隐患。', responsible: '责任单位与时限', late: '已过期', dueOn: '不晚于', escalated: '已上报', reopenedTimes: (times: number) => `退回 ${times} 次`, noCode: '报告人的查询码不在这里显示。', protected: '这一处的文字正在作为证据处理，这里不显示。', gone: '报告人的文字已删除。',
    check: '去看过，是隐患', checkNote: '看到了什么', decline: '不予处理', declineReason: '理由（报告人会看到）', assign: '派单', body: '交给谁', assignee: '具体的人', assignNote: '要做什么', repairCode: '维修码', repairLink: '维修单（发给去修的人，不用账号）', repaired: '登记完工', repairName: '谁修的', repairNote: '做了什么', confirm: '第二人确认', confirmText: '报告人的确认期已过。请由没有参与维修的人去看过再选。', waitReporter: (day: string) => `等报告人确认，到 ${day} 为止。修它的人不能确认。`, ownRepair: '完工是您登记的，请由另一个人确认。', reopen: '重新打开', reason: '原因', same: '可能是同一件事', join: '并到这一处', reported: '报告', person: '联系人', contact: '电话', checkDays: '去看', assignDays: '派单', repairDays: '修好', confirmDays: '报告人确认', inWorkdays: '单位：工作日。马上危险的，修复时限是三分之一。', save: '保存', setBy: '来源', usual: '通用设置', own: '本社区', above: '上级', exact: '精确位置（不公开）', history: '经过', photos: '照片', reporterSays: '报告人说',
  },
};
