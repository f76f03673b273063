/** 保存期限与安全事件的拒绝. */
export default {
  'retention-bounds': '这个期限不在法定幅度内。请填幅度以内的整数。',
  'hold-lifted': '这项留存已经解除了。请刷新查看。',
  'incident-not-found': '没有找到这起事件。请从事件清单进入。',
  'incident-closed': '这起事件已经结案，不能再改。如有新情况，请另外报告。',
  'incident-found-later': '时间在现在之后。请核对后重填。',
  'incident-authority-told': '已经登记过向主管部门报告。请刷新查看。',
  'incident-code-unknown': '本地没有这个班级码。请核对后再查。',
  'incident-no-numbers': '没有认出编号。请填八位编号，一行一个。',
  'incident-told-already': '告知书已经发出，不能再改。如有新情况，请登记新的影响范围。',
  'incident-not-contained': '还没有登记处置措施。请先登记采取了什么措施。',
  'incident-not-told': '还没有告知家庭。请先发出告知书，或写明不必告知的理由。',
  'incident-not-reported': '还没有登记向主管部门报告。请先登记。',
  'incident-no-letters': '没有选中要登记的书面告知。请勾选已经送达的。',
  'incident-letters-left': '还有家庭没有告知。请送达书面告知并登记，再结案。',
  'incident-second-person': '报告人不能给自己报告的事件结案。请由另一位负责人办理。',
  'retention-certificate-missing': '没有这份删除证明，或者它不涉及您的地区。',
};
