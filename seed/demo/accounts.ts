/** 演示人物: everybody of the story. Who has a place in `shown` may be signed in as; the others acted in earlier calls. */
export type DemoPerson = { username: string; name: string; role: DemoRole; region: string; zh: string; en: string; isShown: boolean };
type DemoRole =
  | 'programme-officer' | 'government-officer' | 'community-worker' | 'expert' | 'organisation-agent' | 'guardian'
  | 'system-admin' | 'security-admin' | 'audit-admin';

const shown = (username: string, name: string, role: DemoRole, region: string, zh: string, en: string): DemoPerson => ({
  username, name: `${name}（示例）`, role, region, zh, en, isShown: true,
});
const earlier = (username: string, name: string, region: string): DemoPerson => ({
  ...shown(username, name, 'government-officer', region, '街道经办人', 'sub-district officer'), isShown: false,
});
const district = (username: string, name: string, region: string): DemoPerson => ({ ...shown(username, name, 'government-officer', region, '区县经办人', 'district officer'), isShown: false });

export const people: readonly DemoPerson[] = [
  shown('binhu', '程嘉禾', 'government-officer', '340111400', '滨湖世纪社区经办人：填写和提交申报', 'officer of Binhu Shiji: fills in and submits'),
  shown('binhu-worker', '方小满', 'community-worker', '340111400', '滨湖世纪社区工作者：一起填写', 'community worker of Binhu Shiji: fills in together'),
  shown('office', '沈若溪', 'programme-officer', '*', '促进计划办公室：批次、核验、评审、公示', 'programme office: calls, checks, reviews, notices'),
  shown('office-check', '陆景行', 'programme-officer', '*', '促进计划办公室：资料核验', 'programme office: completeness check'),
  shown('expert', '顾明远', 'expert', '*', '评审专家：社区营造', 'expert: community building'),
  shown('expert-rights', '苏念真', 'expert', '*', '评审专家：儿童权利', 'expert: children’s rights'),
  shown('wuhulu', '梁书晴', 'government-officer', '340111003', '芜湖路街道经办人：有一份退回补正', 'officer of Wuhulu sub-district: one application returned'),
  shown('hongshan', '许望舒', 'government-officer', '320102008', '南京红山街道经办人：外省，评审中', 'officer of Hongshan, Nanjing: another province, in review'),
  shown('baohe', '丁怀谷', 'government-officer', '340111', '包河区经办人：看得到全区', 'officer of Baohe district: sees the whole district'),
  shown('hefei', '何川', 'government-officer', '3401', '合肥市经办人：行动计划、指标', 'officer of the city of Hefei: action plan, indicators'),
  shown('dandelion', '叶知秋', 'organisation-agent', '340111', '社会组织经办人：推荐社区', 'social organisation: recommends a community'),
  shown('guardian', '李安禾', 'guardian', '340111400', '监护人：两个孩子，九岁和五岁', 'guardian of two children, nine and five'),
  shown('sysadmin', '安行止', 'system-admin', '*', '系统管理员', 'system administrator'),
  shown('secadmin', '安守一', 'security-admin', '*', '安全保密管理员', 'security administrator'),
  shown('auditadmin', '安思齐', 'audit-admin', '*', '安全审计员', 'audit administrator'),
  shown('expert-education', '何以宁', 'expert', '*', '评审专家：儿童教育', 'expert: education'),
  shown('expert-planning', '江予白', 'expert', '*', '评审专家：规划设计', 'expert: planning and design'),
  shown('expert-policy', '宋清和', 'expert', '*', '评审专家：政策研究', 'expert: policy'),
  shown('expert-social', '白露生', 'expert', '*', '评审专家：社会工作', 'expert: social work'),
  shown('expert-rural', '温如故', 'expert', '*', '评审专家：乡村社区', 'expert: rural communities'),
  shown('expert-law', '闻清扬', 'expert', '*', '评审专家：儿童保护与法律', 'expert: child protection and law'),
  shown('expert-early', '乔知夏', 'expert', '*', '评审专家：早期教育', 'expert: early education'),
  shown('expert-space', '陶然亭', 'expert', '*', '评审专家：儿童空间', 'expert: spaces for children'),
  earlier('hangzhou', '沈西溪', '3301'),
  district('yaohai', '姚东川', '340102'),
  district('luyang', '卢晓阳', '340103'),
  district('shushan', '舒山月', '340104'),
  district('feixi', '费西来', '340123'),
  district('chaohu', '晁湖生', '340181'),
  earlier('luogang', '严春和', '340111001'),
  earlier('changqing', '季长庚', '340111002'),
  earlier('wanghu', '孟望湖', '340111005'),
  earlier('fangxing', '岳听澜', '340111401'),
  earlier('hupo', '傅琥珀', '340104003'),
  earlier('wangjing', '邵望京', '110105026'),
  earlier('kangjian', '邹康健', '310104013'),
  earlier('zhuantang', '钱转塘', '330106010'),
  earlier('lianhua', '莫莲花', '440304008'),
  earlier('yulin', '蒲玉林', '510107005'),
  earlier('daoxiang', '稻青禾', '340104002'),
  earlier('tongan', '童安然', '340111011'),
  earlier('shishan', '史山月', '320505002'),
  earlier('jiangcun', '蒋村雨', '330106011'),
  earlier('wenyi', '文艺芳', '430102001'),
  earlier('yuehai', '岳海平', '440305007'),
  earlier('dayanta', '雷雁塔', '610113002'),
  earlier('wucun', '卓梧村', '350203008'),
  earlier('nanhu', '汤南湖', '420106015'),
  earlier('yanshan', '柏燕山', '370102010'),
];
