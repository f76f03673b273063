/** 给孩子看的调查结果: `adult` is for grown-ups, `teen` for 13–18. */
export default {
  title: '小朋友这样说',
  lead: '谢谢你们来回答！',
  best: '大家说好的',
  worst: '大家说要改的',
  about: (tenths: number) => `10 个人里，大约 ${tenths} 个说“是”`,
  nothing: '回答的人太少，还不能说。',
  will: '大人会做这些',
  none: '大人还没有写。可以去问一问。',
  say: '我还有话说',
  adult: { all: '全部结果（给大人看）' },
  teen: {
    title: '大家这样说',
    lead: '谢谢你们花时间回答。',
    best: '多数人觉得好的',
    worst: '最需要改的',
    about: (tenths: number) => `每 10 个人里，大约 ${tenths} 个表示同意`,
    nothing: '参加的人太少，为了保护大家，先不显示。',
    will: '大人承诺要做的',
    none: '大人还没有写，你可以去问一问。',
    say: '我还有建议',
  },
};
