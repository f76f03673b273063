/** 维护: what everybody sees while the system is worked on. */
export default {
  title: '系统维护中',
  lead: '系统正在维护，暂时不能办理。已经保存和提交的内容都在，截止时间因维护受影响的，以通知为准。',
  until: (time: string) => `预计 ${time}（北京时间）恢复。`,
  again: '再试一次',
  kept: '您刚才提交的内容还没有办理，都留在下面',
  keptText: '请不要关闭这个页面。维护结束后点“再次提交”，不用重新填写。也可以复制下面的文字保存。',
  files: (names: string) => `选择的文件没有留下，再次提交后请重新选择：${names}`,
  resend: '再次提交',
  api: '系统维护中，请按 Retry-After 稍后再试。',
  away: {
    title: '系统暂时连不上数据库',
    lead: '数据库暂时没有应答，正在自动恢复，一般几秒钟就好。已经保存和提交的内容都在；刚才的操作可能没有办成，请稍候再试，重复提交不会重复办理。',
    keptText: '请不要关闭这个页面。过几秒钟点“再次提交”，不用重新填写。也可以复制下面的文字保存。',
    api: '数据库暂时没有应答，请按 Retry-After 稍后再试。',
  },
};
