/** 我想知道: `teen` is for 13–18; `toldBy`, `otherAge` and `adultText` stand small beside it. */
export default {
  title: '我想知道',
  lead: '大人要做的事，这里说给你听。',
  none: '现在还没有。过几天再来看。',
  nation: '全国',
  toldBy: (place: string, who: string, day: string) => `${place} · ${who} · ${day}`,
  inChinese: '',
  next: '看完了吗？',
  say: '我有话说',
  more: '看别的',
  otherAge: (layer: string) => `换一个年龄看：${layer}`,
  adultText: (name: string) => `大人看的原文：${name}`,
  teen: { lead: '和你有关的公示、通知，用看得懂的话写在这里；原文也能打开看。', none: '还没有为你这个年龄写的告知。', next: '看完之后', say: '说说我的看法', more: '回到列表' },
};
