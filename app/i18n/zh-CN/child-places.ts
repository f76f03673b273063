/** 孩子看的地方: short sentences for 7–12; `teen` for 13–18. */
export default {
  title: '去哪里玩', lead: '这些地方，你都可以去。', none: '这里还没有登记地方。', noPlace: '先用口令进来。', enter: '我有口令', openNow: '现在开着', shutNow: '现在没开', closed: '这几天不开', indoor: '屋里', outdoor: '屋外',
  danger: '看到危险的地方？', tell: '告诉大人', report: '告诉大人哪里危险', what: '那里怎么了？', where: '在哪里？', other: '别的地方', whereElse: '写一写在哪里', say: '说一说', sayHint: '不要写名字和电话。', photo: '拍一张照片', photoHint: '不用也可以。别拍到人。', send: '送出去',
  hours: {
    every: (times: string) => `每天：${times}`, weekdays: (times: string) => `平常每天：${times}`, holidays: (times: string) => `过节：${times}`, notOnHolidays: '过节不开', never: '现在都不开',
    workdays: (times: string) => `周一到周五：${times}`, daysOff: (times: string) => `周六周日：${times}`, allDay: '全天', span: (from: string, to: string) => `${from}–${to}`, and: '，',
  },
  kinds: { crossing: '过马路', light: '太黑了', equipment: '玩具坏了', surface: '地不平', obstacle: '路被挡住', other: '别的' },
  told: {
    title: '我报的危险', received: '收到了，谢谢你', code: '记住这个码', keep: '用它看后来怎么样。', inList: '在“我报过的”里能找到它，不用记码。', said: (day: string) => `${day}说的`, reading: '大人正在看你的话。', gone: '大人在帮忙看你说的话。', same: '别人也说过这里。', before: '以前的样子', after: '现在的样子',
    steps: { reported: '收到了', checked: '有人去看过', assigned: '有人来修', repaired: '他们说修好了', verified: '真的修好了', declined: '这次不修', 'not-fixed': '再去修一次', reopened: '又去看一次' },
    ahead: { checked: '有人去看', assigned: '有人来修', repaired: '修好', verified: '你说真的修好了' },
    will: { checked: (day: string) => `最晚${day}去看。`, assigned: (day: string) => `最晚${day}有人修。`, repaired: (day: string) => `最晚${day}修好。`, verified: '修好了，请你看一看。' }, body: (name: string) => `${name}来修。`, late: '晚了，我们在催。',
    why: '大人说的原因', did: '他们做了什么',
    really: '真的修好了吗？', lead: '去看的时候，请大人陪你。', yes: '真的修好了', no: '还没有修好', still: '哪里还不好？', send: '告诉他们', thanks: '谢谢你去看了。', again: '好的，再去修。', broken: '又坏了吗？', brokenSend: '又坏了，告诉他们', brokenWords: '孩子说：又坏了，请再来看看。', other: '还有别的地方', mine: '我报过的', find: '看后来怎么样', codeLabel: '写下你的码', go: '看一看',
  },
  teen: { title: '可以去的地方', lead: '社区里给你用的空间和开放时间。', danger: '发现不安全的地方？', tell: '报告', report: '报告不安全的地方', what: '是什么问题？', where: '在哪里？', whereElse: '写清楚地点', say: '说明情况', sayHint: '请不要写姓名、电话和门牌号。', photo: '照片', photoHint: '可以不传。请不要拍到别人的脸。', send: '提交' },
};
