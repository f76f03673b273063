/** 拒绝: the sentence a person reads when something cannot be done; the key is the refusal's code. */
export default {
  'not-allowed': '您没有办理这件事的权限。如果工作需要，请联系本地区的系统管理员。',
  'sign-in-needed': '请先登录，再继续办理。',
  'not-found': '没有找到这条内容，可能已经移走，或者您没有查看的权限。',
  'changed-meanwhile': '刚才有人改动了这条内容。请刷新后再办理，您填写的内容没有丢失。',
  'form-unreadable': '没有收到完整的表单，可能是网络中断。请返回上一页再提交一次。',
  'too-many-tries': '操作太频繁，请稍等几分钟再试。',
  'calendar-out-of-range': '日期超出可计算的范围，请检查填写的日期和天数。',
};
