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
};
