/** 儿童与监护人: the community's page. */
export default {
  field: { required: '必填', optional: '选填' },
  lead: '孩子由编号代表；姓名加密，打开要有另一位负责人批准的授权。',
  slips: { title: '邀请监护人', name: '监护人姓名', checked: '我当面核对了身份证件和监护关系', issue: '开邀请条', code: '码', until: '有效到', state: '状态', used: '已用', open: '未用', over: '已过期或收回', revoke: '收回', none: '还没有开过邀请条。', how: (address: string) => `请监护人打开 ${address}，输入码开户。`, print: '打印邀请条' },
  codes: { title: '班级码、社区码', lead: '拿着码的人是本地的孩子，不知道是哪一个。', layer: '年龄层', label: '给谁用', labelHint: '如：三（2）班，不要写孩子的名字', from: '从', to: '到', most: '最多用几次', issue: '发一个码', code: '码', uses: '用过', of: (uses: number, most: number | null) => (most === null ? `${uses} 次` : `${uses} / ${most} 次`), revoke: '收回', revoked: '已收回', none: '还没有发过码。' },
  layers: { 'with-grown-up': '0—6 岁', primary: '7—12 岁', teen: '13—18 岁' },
  children: { title: '登记的孩子', number: '编号', basis: '依据', since: '登记于', open: '身份', card: '登录卡', guardians: '由监护人办', none: '还没有登记的孩子。', paper: '录入纸质同意书', duty: '依法定职责登记' },
  basis: { consent: '同意', 'statutory-duty': '法定职责', emergency: '紧急情况' },
  grants: { title: '查阅授权', who: '申请人', why: '理由', hours: (n: number) => `${n} 小时`, state: '结果', waiting: '等待批准', approved: (time: string) => `已批准，到 ${time}`, refused: '没有批准', approve: '批准', refuse: '不批准', note: '审批意见', none: '没有申请。' },
  looks: { title: '谁打开过', who: '谁', when: '时间', none: '没有人打开过。' },
  rights: { title: '监护人的书面请求', kind: '请求', words: '内容', due: '答复期限', answer: '书面答复', answerHint: '不能办的，请写明理由', granted: '已办理', declined: '未办理', grant: '办理了', decline: '不能办理', send: '答复', none: '没有请求。' },
  kinds: { explain: '说明', correct: '更正', complete: '补充', 'delete-part': '删除一部分', other: '其他' },
  news: { slip: '邀请条开好了。', 'slip-revoked': '邀请条已收回。', code: '码发好了。', 'code-revoked': '码已收回。', decided: '已审批。', answered: '已答复。', asked: '申请已提交，请另一位负责人审批。' },
  identity: { title: (number: string) => `编号 ${number}`, lead: '打开之前先留下记录，监护人看得到是谁打开的。', open: '打开身份', ask: '申请授权', reason: '为什么要看', hours: '多少小时', submit: '提交申请', name: '姓名', nickname: '昵称', birthday: '出生日期', until: '授权到' },
  paper: { title: '录入纸质同意书', lead: '照纸上写的录入；没有签字的扫描件不能保存。', scan: '签好字的同意书（PDF 或照片）', submit: '保存', done: '已录入。' },
  card: {
    title: (number: string) => `编号 ${number} 的登录卡`, lead: '请孩子自己选四张图，记在心里；卡上只印码，不印图。监护人开户以后，就由监护人自己办。', made: '卡做好了。码只在这一页显示一次，请现在打印或抄下来交给孩子。', printed: '沿线剪下，交给孩子收好。', code: '我的码', drawings: '还要点你选的四张图。', has: '这个孩子已经有卡。再做一张，旧卡就不能用了。', picture: (n: number) => `第 ${n} 张图`, choose: '请选择', make: '做卡', again: '再做一张', guardian: '监护人已经开户，登录卡由监护人在自己的页面上做。',
    slip: '给监护人开邀请条', slipLead: '监护人用它开户，就是这个孩子的监护人：可以看、改、撤回和删除。', relation: '与孩子的关系', slipMade: '邀请条开好了，请交给监护人：',
  },
  duty: { title: '依法定职责登记', lead: '只在没有监护人同意、而法律要求处理时使用；依据和事由会留下记录。', basis: '依据', note: '事由和法条', submit: '登记', done: '已登记。' },
};
