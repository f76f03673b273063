import type { Article, Ending, PartnerKind, PartnerState, ShareBasis, ShareSource, Standing } from '#app/domain/children/sharing/model.ts';

/** 合作方和对外提供登记. */
export default {
  partners: {
    title: '数据合作方', lead: '收儿童信息的单位：合同怎么写、能给什么、到哪天。要有审批通过的影响评估才能启用。', new: '登记合作方', none: '还没有合作方。', noneFound: '没有符合条件的合作方。换个条件再查。',
    find: '查找', findHint: '名称或合同编号', kind: '关系', state: '状态',
    columns: { name: '合作方', contract: '合同', fields: '能给什么', until: '合同期', state: '状态' },
    fields: { region: '适用地区', name: '单位名称', creditCode: '统一社会信用代码', kind: '关系', contact: '联系人和联系方式', contract: '合同编号', scope: '处理目的、方式和范围', duties: '安全保护义务', fields: '可以提供的信息', validFrom: '合同开始', validTo: '合同结束' },
    hints: { region: '不选就是全国', kind: '委托：只按我们的要求处理；提供：对方自己决定怎么用', duties: '加密、人员、转委托、期满返还或删除、接受检查', contact: '对方负责儿童信息的人' },
    save: '保存', edit: '修改合同内容', enable: '启用', enabledByOther: '合同内容是您写的，由另一位负责人启用。', enableAsk: '引用哪一份影响评估启用？', assessment: '影响评估', noAssessment: '没有可以引用的评估：要先有一份涉及“委托处理”或“提供给其他处理者”的评估，由另一位负责人审批通过。', toAssessments: '去影响评估',
    end: '终止', endAsk: '终止以后不能再向它提供。还没有了结的提供仍要确认归还或删除。', endNote: '终止原因', entered: (by: string, at: string) => `${by} 登记于 ${at}`, enabled: (by: string, at: string) => `${by} 启用于 ${at}`, ended: (at: string) => `终止于 ${at}`,
    given: (times: number, open: number) => `提供过 ${times} 次，其中 ${open} 次还没有了结`, toShares: '查看提供记录',
  },
  kinds: { entrusted: '委托处理', provided: '提供给其他处理者' } satisfies Record<PartnerKind, string>,
  partnerStates: { prepared: '待启用', enabled: '已启用', ended: '已终止' } satisfies Record<PartnerState, string>,
  shares: {
    title: '对外提供登记', lead: '每一次把孩子的信息交出去：谁的、哪几项、给了谁、为什么、依据什么、到哪天、对方归还或删除了没有。没有依据的不能提供；监护人看得到自己孩子的。', new: '登记一次提供', none: '还没有提供过。', noneFound: '没有符合条件的记录。换个条件再查。',
    find: '查找', findHint: '接收方或目的', standing: '状态', basis: '依据', region: '地区', toConfirm: (n: number) => `有 ${n} 次提供已经到期或同意已撤回，等您确认对方归还或删除。`, showToConfirm: '只看这些', confirmThis: '请让对方归还或删除，再在这里确认。',
    columns: { receiver: '接收方', what: '信息', children: '孩子', basis: '依据', days: '提供、到期', state: '状态' },
    fields: { region: '孩子所在地区', partner: '合作方', receiver: '接收单位', fields: '提供的信息', purpose: '目的', basis: '依据', article: '法律条款', articleNote: '说明或文书编号', childIds: '孩子的编号', childCount: '涉及多少个孩子', sharedOn: '提供日', expiresOn: '到期日' },
    hints: { region: '到县级或更小', partner: '依照法律规定交给不在登记里的机关时可以不选', receiver: '没有选合作方时填写，例如公安机关', basis: '同意：每个孩子都要有“提供给别的单位”的单独同意；法律：写明条款；合同：只用于委托处理', childIds: '从孩子的页面（儿童与监护人）点“登记一次提供”会自动填好；多个孩子每行一个。以同意为依据的必填', childCount: '不知道编号时填人数', expiresOn: '最长三年，不超过合同' },
    save: '登记', known: (children: number, withdrawn: number) => (withdrawn > 0 ? `其中 ${children} 个孩子在本系统，${withdrawn} 个已撤回同意` : `其中 ${children} 个孩子在本系统`), forgotten: '孩子已从本系统删除，记录里不再有身份', count: (n: number) => `${n} 人`,
    settle: '确认归还或删除', settleAsk: '对方怎么处理的？', ending: '结果', note: '凭据或说明', settled: (by: string, at: string) => `${by} 确认于 ${at}`, recorded: (by: string, at: string) => `${by} 登记于 ${at}`, source: '来自',
    earlyWhy: { withdrawn: '同意已撤回', erased: '孩子已删除' }, noPartner: '不选（依照法律规定）', export: '导出 CSV', file: '对外提供登记', by: '登记人',
  },
  standings: { open: '进行中', 'to-confirm': '待确认', settled: '已了结' } satisfies Record<Standing, string>,
  bases: { consent: '单独同意', law: '法律规定', contract: '委托合同' } satisfies Record<ShareBasis, string>,
  articles: {
    'pipl-13-3': '个人信息保护法第十三条第三项：履行法定职责或者法定义务', 'pipl-13-4': '个人信息保护法第十三条第四项：紧急情况下保护生命健康', 'unpl-11': '未成年人保护法第十一条：强制报告', 'unpl-100': '未成年人保护法第一百条：司法机关办理未成年人案件', 'net-29': '未成年人网络保护条例第二十九条：发现违法信息的报告', 'net-38': '未成年人网络保护条例第三十八条：发现私密信息涉及侵害的报告', 'advl-14': '反家庭暴力法第十四条：强制报告', court: '法院、检察院、公安机关依法调取',
  } satisfies Record<Article, string>,
  endings: { returned: '已归还', deleted: '已删除', 'kept-by-law': '依法由对方留存' } satisfies Record<Ending, string>,
  sources: { desk: '手工登记', protection: '保护报告转交', moderation: '审核上报' } satisfies Record<ShareSource, string>,
  family: { title: '提供给了谁', none: '没有提供给任何单位。', line: (what: string, receiver: string) => `把${what}提供给“${receiver}”`, why: '为什么：', basis: '依据：', until: (day: string) => `到 ${day} 为止` },
  refer: { title: '转交有关单位', lead: '依法把必要的内容交给公安、民政等单位。交了哪几项、给了谁，会进对外提供登记；登记里没有报告内容，也没有孩子是谁。', receiver: '接收单位', receiverHint: '写全称，例如“合肥市公安局包河分局”', fields: '交了哪几项', number: '警情或文书编号', expiresOn: '用到哪天', go: '已转交，登记', done: '已经转交' },
  nation: '全国', and: '、',
};
