/** 走查时手机上对孩子说的话; the phone takes their pinyin along. */
export default {
  look: '看一看，点一点',
  how: '你觉得怎么样？',
  answers: { good: '好', middling: '一般', bad: '不好', 'does-not-apply': '这里没有', 'cannot-see': '看不到' },
  age: '你几岁？',
  ages: { 'with-grown-up': '6 岁以下', primary: '7 到 12 岁', teen: '13 岁以上' },
  thanks: '记下了，谢谢你！',
  nextChild: '换一个小朋友',
  nextPoint: '看下一样',
  undo: '点错了，重新点',
  photo: '拍下来',
  listen: '读给我听',
  done: '都看完了，真棒！',
  handBack: '把手机还给大人吧。',
  notKept: '没有记下，再点一次吧。',
  help: { title: '有人让你害怕、难受吗？', adult: '马上告诉你信得过的大人：家人、老师，还有社区里帮助孩子的人。', call: '也可以打电话。' },
};
