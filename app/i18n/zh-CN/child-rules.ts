/** 发布儿童个人信息处理规则. */
export default {
  title: '儿童个人信息处理规则', lead: '在现行版上改，写好先“看一看变化”，再发布。新版一发布，原来的同意全部暂停，监护人要重新看、重新选。没有必要不要发新版。',
  now: (n: number) => `现行第 ${n} 版`, languages: { zh: '中文', en: '英文' },
  adult: '给监护人的正文', adultHint: '先写小标题，下面一行一句；两节之间空一行。至少八节：目的方式范围、可以不同意、不同意会怎样、影响、存在哪里、存多久、怎样保护、怎样查看更正删除。',
  child: '给孩子的正文', childHint: '一句一行，四到二十句，每句十五个字以内', contact: '联系人', purposes: '各个用途',
  purpose: { name: '名称', why: '为什么、怎么用', child: '给孩子看的一句', refusing: '不同意会怎样' },
  names: { registration: '登记', participation: '参与', portrait: '照片', sharing: '提供给别的单位', 'survey-identity': '记名调查', exhibition: '展出作品' },
  review: '看一看变化', publish: '发布', sure: (guardians: number, children: number) => `我知道：发布以后 ${guardians} 位监护人会收到通知要重新选择，${children} 名孩子的信息在那之前暂停使用。`,
  reviewed: (n: number) => `第 ${n} 版和现行版的不同`, nothing: '和现行版一样，没有什么要发布。', part: '哪一处', before: '现行', after: '新版', added: '新加', removed: '去掉', where: { child: '给孩子的正文', contact: '联系人' },
  hard: '孩子可能看不懂的句子', noHard: '给孩子的句子都读得懂。', needs: '要有影响评估的用途', needsLead: '用途是新的，或者名称、理由改了，要引用一份已经批准、没有过期、包括这个用途的影响评估。', choose: '影响评估', none: '没有可以引用的评估，请先写一份并由另一位负责人批准。',
  unsure: '请先勾选，确认知道发布的后果。', same: '和现行版一样，不用发布。', published: (n: number) => `第 ${n} 版已经发布，监护人会收到通知。`, history: '历次版本', version: (n: number) => `第 ${n} 版`, by: (who: string, at: string) => `${who} · ${at}`, see: '公开页',
};
