/** 孩子看的地方: short sentences for 7–12; `teen` for 13–18. */
export default {
  title: '去哪里玩', lead: '这些地方，你都可以去。', none: '这里还没有登记地方。', noPlace: '先用班级码进来。', enter: '输入我的码', openNow: '现在开着', shutNow: '现在没开', closed: '这几天不开', indoor: '屋里', outdoor: '屋外',
  danger: '看到危险的地方？', tell: '告诉大人', report: '告诉大人哪里危险', what: '那里怎么了？', where: '在哪里？', other: '别的地方', whereElse: '写一写在哪里', say: '说一说', sayHint: '不要写名字和电话。', photo: '拍一张照片', photoHint: '不用也可以。别拍到人。', send: '送出去',
  kinds: { crossing: '过马路', light: '太黑了', equipment: '玩具坏了', surface: '地不平', obstacle: '路被挡住', other: '别的' },
  teen: { title: '可以去的地方', lead: '社区里给你用的空间和开放时间。', danger: '发现不安全的地方？', tell: '报告', report: '报告不安全的地方', what: '是什么问题？', where: '在哪里？', whereElse: '写清楚地点', say: '说明情况', sayHint: '请不要写姓名、电话和门牌号。', photo: '照片', photoHint: '可以不传。请不要拍到别人的脸。', send: '提交' },
};
