import type { FigureGroup, FigureKey } from '#app/domain/children/compliance/model.ts';

/** 年度合规报告. */
export default {
  title: (year: number) => `${year} 年度未成年人个人信息保护合规报告`,
  lead: '每年一月三十一日前报送上一年的合规审计情况（未成年人网络保护条例第三十七条）；不满十四周岁的单独统计。数字由各项办理记录算出，报送后冻结。',
  year: '年度', region: '地区', show: '查看', nation: '全国', csv: '导出 CSV', print: '打印', file: '合规报告',
  preliminary: (at: string) => `这一年还没有结束，数字截至 ${at}，仅供查看。`, over: (day: string) => `请在 ${day} 前报送，报送后在这里存档。`, due: (day: string) => `报送期限 ${day}`, late: (day: string) => `报送期限 ${day} 已过，请尽快报送并存档。`,
  noStock: '儿童人数还没有清点，今夜会自动清点。', stock: (at: string) => `人数清点于 ${at}`,
  filed: (number: number, on: string, by: string) => `第 ${number} 次报送，${on}，${by}`, receipt: '受理回执', hash: '指纹', why: '更正原因', asOf: (at: string) => `数字截至 ${at}`,
  filings: '历次报送', fileIt: '报送后存档', correct: '更正报送', fileAsk: '数字将冻结，不再变化。请先在网信部门的系统里报送，再把回执登记在这里。', fields: { filedOn: '报送日', receipt: '受理回执编号', note: '更正原因' },
  check: '重新核算', same: '重新核算一致：与报送的数字完全相同。', differs: '重新核算与报送的不同：报送之后有记录变化，或内容被改动。报送的数字仍以冻结的为准。',
  groups: { stock: '未成年人', given: '同意', refused: '不同意', withdrawn: '撤回', access: '查阅授权', rights: '个人信息权利请求', sharing: '对外提供和委托处理', assessments: '影响评估', incidents: '安全事件', retention: '到期清理' } satisfies Record<FigureGroup, string>,
  figures: {
    minors: '未成年人账号（年末）', under14: '不满 14 周岁', from14: '14—17 周岁', grown: '已满 18 周岁、尚未清理', erased: '本年彻底删除',
    'access-asked': '申请查阅', 'access-approved': '批准', 'access-refused': '不批准', 'identity-opened': '实际打开', 'right-asked': '收到请求', 'right-granted': '已办理', 'right-refused': '说明理由未办理',
    shares: '提供次数', 'shared-children': '涉及儿童（人次）', 'shares-consent': '依单独同意', 'shares-law': '依法律规定', 'shares-contract': '委托处理', 'shares-settled': '已确认归还或删除', partners: '年末在用合作方',
    'assessments-approved': '本年审批通过', 'assessments-in-force': '年末有效', incidents: '发生', 'incident-children': '涉及儿童', 'incidents-told': '已告知', 'incidents-closed': '已结案',
    'retention-runs': '清理运行次数', 'retention-deleted': '删除条数', 'retention-anonymised': '匿名化条数', 'retention-held': '新设依法留存',
  } satisfies Record<Exclude<FigureKey, `${'given' | 'refused' | 'withdrawn'}:${string}`>, string>,
  consents: '目的和同意', purpose: '目的', places: '各地区', place: '地区', noPlaces: '下级地区没有数字。', notices: '适用的规则', notice: (version: number, on: string) => `第 ${version} 版，${on} 公布`, noNotices: '没有公布过规则。', within: (group: string, item: string) => `${group}：${item}`, item: '项目', number: '数量',
};
