/** 儿童个人信息处理规则的公开页. */
export default {
  title: '儿童个人信息处理规则',
  lead: '我们怎样对待孩子的信息：给大人的全文在前，给孩子看的在后。',
  version: (n: number) => `第 ${n} 版`,
  current: '现行',
  published: '公布于',
  hash: '全文指纹（SHA-256）',
  purposes: '每个用途分别是什么',
  refusing: '不同意：',
  forChildren: '给孩子看的',
  contact: '联系人',
  versions: '历次版本',
  earlier: '这是以前的版本，现在不再使用。',
  seeCurrent: '看现行版本',
};
