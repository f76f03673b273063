import type { FormProblemCode } from '#app/domain/children/surveys/read-xlsform.ts';
import type { Audience, CodeKind, ConsentKind, Fault, ItemKind, Outside, RoundState, Scale, SurveyState, Theme, Wave } from '#app/domain/children/surveys/model.ts';

/** 调查: surveys, their rounds, codes and sheets, for those who run them and for grown-ups who answer. */
export default {
  title: '调查',
  lead: '给孩子、家长和工作人员的问卷。不记姓名，不记是哪台手机，也不记先后。',
  audiences: { 'children-4-7': '儿童 4—7 岁', 'children-8-12': '儿童 8—12 岁', 'children-13-18': '青少年 13—18 岁', carers: '家长', staff: '工作人员' } satisfies Record<Audience, string> as Record<Audience, string>,
  themes: { play: '游戏', participation: '参与', safety: '安全', health: '健康与服务', education: '教育', home: '家庭与居住', environment: '环境', self: '关于自己' } satisfies Record<Theme, string> as Record<Theme, string>,
  scales: { 'faces-3': '三张脸', 'pictures-3': '三档图画', 'agree-5': '五档' } satisfies Record<Scale, string> as Record<Scale, string>,
  levels: { 'faces-3': ['开心', '一般', '不开心'], 'pictures-3': ['大多这样', '有时这样', '从不这样'], 'agree-5': ['非常同意', '同意', '说不准', '不同意', '非常不同意'] } satisfies Record<Scale, string[]> as Record<Scale, string[]>,
  outside: { 'does-not-apply': '和我无关', 'rather-not-say': '不想说' } satisfies Record<Outside, string> as Record<Outside, string>,
  kinds: { scale: '量表题', choice: '单选题', text: '自由填写' } satisfies Record<ItemKind, string> as Record<ItemKind, string>,
  states: { draft: '编写中', published: '已发布', 'put-away': '已收起' } satisfies Record<SurveyState, string> as Record<SurveyState, string>,
  roundStates: { open: '进行中', closed: '已结束' } satisfies Record<RoundState, string> as Record<RoundState, string>,
  waves: { baseline: '基线', 'follow-up': '后续', once: '单次' } satisfies Record<Wave, string> as Record<Wave, string>,
  codeKinds: { class: '班级码', slip: '一人一张' } satisfies Record<CodeKind, string> as Record<CodeKind, string>,
  consentKinds: { school: '学校同意', guardians: '监护人回执', notice: '公告告知' } satisfies Record<ConsentKind, string> as Record<ConsentKind, string>,
  form: { required: '必填', optional: '选填' },
  colon: '：',
  saved: '已保存。',
  invented: '示例',
  list: {
    surveys: '问卷', rounds: '各轮调查', noSurveys: '还没有问卷。从一份现成的问卷工具开始最快。', noRounds: '还没有开始过调查。发布一份问卷，就可以开一轮。',
    start: '新建问卷', from: '从哪里开始', fromHint: '复制以后可以增减、修改；和孩子、家长成对的题目请尽量不改，才能比较。', name: '名称', nameHint: '可以不填，就用原来的名称。', make: '复制并开始编写', instrument: (title: string) => `问卷工具：${title}`, own: (title: string) => `本社区：${title}`,
    import: '导入问卷文件', file: '问卷文件的内容', fileHint: '把导出的 JSON 文件打开，全部复制，粘贴在这里。', doImport: '导入',
    columns: { title: '名称', audience: '对象', state: '状态', days: '起止', rate: '回收' }, version: (n: number) => `第 ${n} 版`, changed: '有未发布的改动', questions: (n: number) => `${n} 题`,
    rate: (answered: number, invited: number, rate: number | undefined) => (rate === undefined ? `${answered} 份` : `${answered} / ${invited}，${rate}%`),
  },
  edit: {
    head: '卷首', titleZh: '名称（中文）', titleEn: '名称（英文）', introZh: '开头的话（中文）', introEn: '开头的话（英文）', languages: '语言', chinese: '只有中文', both: '中文和英文', save: '保存',
    questions: '题目', none: '还没有题目。', add: '增加题目', bank: '从题库添加', bankFrom: '题库', bankAdd: '添加勾选的题目', bankShow: '看这一组题目', bankEmpty: '这一组的题目都已经在问卷里了。', change: '修改', remove: '删除', up: (text: string) => `把“${text}”上移`, down: (text: string) => `把“${text}”下移`,
    id: '编号', idHint: '小写字母、数字和短横，例如 play-near；发布以后请不要改。', kind: '题型', theme: '主题', textZh: '题目（中文）', textEn: '题目（英文）', textHint: '给 7—12 岁孩子的题目不超过 15 个字。', options: '选项', optionsHint: '单选题填写。每行一个：编号 | 中文 | English', practice: '这是练习题，不计入结果', showItem: '只在这道题答了下面的答案时出现', always: '总是出现', showIn: '答案', showInHint: '量表题写 1、2、3……（1 最好），单选题写选项编号，多个用逗号分开。',
    practiceMark: '练习', before: '给问的人：开始以前', after: '给问的人：问完以后', ask: (text: string) => `给问的人：${text}`, pairMark: '成对', shownIf: (text: string, answers: string) => `“${text}”答 ${answers} 时出现`,
    faults: '发布之前要改的地方', publish: '发布', publishHint: '发布后这一版一字不改；以后的修改是新的一版。', nothingNew: '没有未发布的改动。', putAway: '收起这份问卷', preview: '预览', export: '导出 JSON', exportForm: '导出 XLSForm', published: (n: number, day: string, who: string) => `第 ${n} 版，${day}，${who}`, versions: '各版本', openRound: '开一轮调查', needsPublish: '先发布，才能开一轮。',
  },
  faults: {
    'no-items': () => '还没有正式的题目。', 'too-many-items': () => '题目超过 60 道。', twice: (item) => `编号 ${item} 用了两次。`, 'no-text': (item) => `${item} 没有中文题目。`, 'no-english': (item) => `${item} 没有写全英文。`, 'few-options': (item) => `${item} 要有 2 到 12 个选项。`,
    'option-twice': (item) => `${item} 的选项编号有重复。`, 'shown-by-later': (item) => `${item} 的出现条件要看它前面的题目。`, 'shown-by-unknown': (item) => `${item} 的出现条件里，题目或答案不存在。`, 'practice-three': () => '三张脸和三档图画的问卷，开头要正好有三道练习题。', 'too-many-for-youngest': () => '给 4—7 岁孩子的题目不超过 8 道。', 'practice-first': () => '练习题要排在最前面。', 'not-allowed-id': (item) => `编号 ${item} 只能用小写字母、数字和短横。`,
  } satisfies Record<Fault['code'], (item: string) => string> as Record<Fault['code'], (item: string) => string>,
  round: {
    title: '名称', wave: '轮次', waveHint: '基线以后，再开一轮“后续”，就能看出变化。', opensOn: '开始日期', closesOn: '结束日期', invited: '邀请人数', invitedHint: '班级、家庭或岗位一共有多少人；用来算回收率。', open: '开始这一轮',
    numbers: { answered: '已收', invited: '邀请', rate: '回收率', left: '剩余天数', sheets: '份', people: '人', percent: '%', days: '天' },
    setInvited: '修改邀请人数', codes: '问卷码', noCodes: '还没有码。给每个班一个，或者打印一人一张的纸条。', addCodes: '发码', kind: '种类', label: '给谁', labelHint: '例如“三年级（2）班”。答卷不记它从哪个码来。', seats: '座位或张数', seatsHint: '班级码写人数，最多 100；纸条写张数，最多 300。', make: '发码',
    columns: { code: '码', label: '给谁', used: '已用', seats: '座位', deeds: '办理' }, stopped: '已停用', stop: '停用', setSeats: '改座位', print: '打印这些码', slips: (many: number, used: number) => `一人一张：${many} 张，已用 ${used} 张`,
    consent: '同意', consentLead: '学校或监护人同意的纸面材料在这里登记人数，和答卷分开，不写孩子的名字。', noConsent: '还没有登记。孩子的调查要先登记同意，才能发码。', consentKind: '依据', givenBy: '由谁', givenByHint: '学校或机构的名称，不写孩子或家长的姓名。', agreed: '同意人数', refused: '不同意人数', givenOn: '日期', note: '登记', consentLine: (kind: string, by: string, many: number, no: number, day: string) => `${day}，${by}：${kind}，同意 ${many} 人${no > 0 ? `，不同意 ${no} 人` : ''}`,
    paper: '录入纸质问卷', paperForm: '下载纸质问卷', close: '结束这一轮', closeHint: '结束后不再收答卷，马上可以看结果；不能撤回。', closed: (answered: number) => `已结束，收到 ${answered} 份。`, results: '看结果', childAddress: '孩子打开 /child/survey，输入码', grownUpAddress: '打开 /surveys/answer，输入码', ofCampaign: '这一轮是上级统一开展的调查。',
  },
  paper: {
    title: '录入纸质问卷', lead: '一题一键：数字是第几档，- 是“和我无关”，0 是“不想说”，空着是没有答。回车到下一题，最后一题回车保存并换下一份。', keys: '按键', save: '保存，录下一份', saved: (many: number) => `已保存。这一轮现有 ${many} 份。`, legend: (levels: string) => `${levels}；- 和我无关；0 不想说`, problems: (many: number) => `有 ${many} 处要改，这一份还没有保存`, unreadable: '这里只能填列出的数字、-、0，或者空着。', number: '请填写在纸上的号，1 到 9999。', words: '原话',
  },
  xlsform: {
    title: '导入 XLSForm', lead: '用 Excel 表格写好的问卷（.xlsx，格式叫 XLSForm），或者别的调查工具导出的，都可以拿来用。先看读到了什么，没有毛病才保存。',
    sheets: '文件里有三张表', sample: '下载一份样本', sampleHint: '样本是家长问卷，三张表都填好了。照着改，最快。',
    parts: [{ term: '题目（survey）', text: '一行一道题：题型（type）、编号（name）、中文题目（label::zh）；英文（label::en）可以不写。' }, { term: '选项（choices）', text: '一行一个选项：属于哪一组（list_name）、编号（name）、中文（label::zh）。没有单选题就不用。' }, { term: '卷首（settings）', text: '只有一行：问卷名称（form_title）、给谁答（audience）、用几档（scale）。后两项可以不写。' }], choose: '选择文件', another: '换一个文件', file: 'XLSForm 文件', fileHint: '.xlsx，不超过 5 MB。问题写在 label::zh，英文写在 label::en。', audience: '给谁答', audienceHint: '文件的 settings 表里写了 audience 的，以文件为准。', read: '读出来看看', noTitle: '（没有名称）',
    wrong: (many: number) => `有 ${many} 处不能用。请在文件里改好，再读一次；还没有保存任何东西。`, problems: '文件里要改的地方', cell: '在哪里', stands: '写的是', why: '为什么，怎么改', right: '没有毛病，可以保存为草稿，再修改、发布。', keep: '保存为问卷草稿', preview: '读到的题目',
    codes: {
      'no-sheet': '没有名叫 survey 的表。请确认这是 XLSForm 文件。', 'no-column': '缺少这一列。第一行要有 type、name 和 label::zh。', 'no-questions': '没有一道题。', 'too-many': '最多 60 道题。请删去一些。',
      'type-unknown': '只能用 select_one（单选）、text（文字）和 note（说明）。请改成其中一种。', 'type-who': '这一项会说出是谁、在哪里或什么时候答的。本系统的调查不记这些，请删去这一行。', 'type-group': '不支持分组和重复。请删去这一行，题目会照原来的顺序问。', 'type-many': '不支持多选和排序。请拆成几道单选题。', 'list-unknown': 'choices 表里没有这个选项表。请补上，或者改正名字。',
      name: '题目的编号要以字母开头，只有字母、数字、短横和下划线，最多 40 个。', 'name-twice': '这个编号前面用过了。请换一个。', 'no-label': '没有中文题目。请写在 label::zh 列。', 'too-long': '太长了。中文最多 300 字，英文最多 600 字。',
      relevant: "出现条件只认一道前面的题：写成 ${题目} = '答案'，几个答案用 or 连起来。", 'relevant-unknown': '条件里的题目不在它前面。请改正编号，或者调整顺序。', column: '不支持这一列里的内容（校验、计算、默认值、筛选）。请清空。', required: '这里只写 yes 或 no。每道题本来就可以选“不想说”。',
      'choice-name': '选项的编号只能有字母、数字、短横和下划线，最多 20 个。', 'choice-twice': '同一个选项表里编号重复。', 'choice-label': '没有中文选项。请写在 label::zh 列。', 'choices-few': '选项要有 2 到 12 个。', note: '说明只认 intro（开头的话）、script-before 和 script-after（给问的人）。请改名或删去。',
      audience: '不认得这个对象。请写 children-4-7、children-8-12、children-13-18、carers 或 staff。', scale: '不认得这个量表。请写 faces-3、pictures-3 或 agree-5。', theme: '不认得这个主题。请写 play、participation、safety、health、education、home、environment 或 self。',
    } satisfies Record<FormProblemCode, string> as Record<FormProblemCode, string>,
  },
  double: {
    title: '双录纸质问卷', lead: '先在每份纸卷上写一个号。一个人录一遍，另一个人照纸再录一遍，看不到前一遍；不一样的地方对着纸核定。号只用到核定为止，不进结果。', so: '录得怎么样', both: '两人录完', cells: '比对的题', rate: '两遍不一样', rateHint: '比率是两遍读出来不同的题，占比对过的题；核定不改这个数。',
    waiting: '还没核定的纸卷', none: '没有等着的纸卷。', number: '纸卷号', numberHint: '写在纸上的号，1 到 9999。', paperNumber: (n: number) => `第 ${n} 号`, by: '谁录的', state: '状态', deed: '办理', differs: '两遍不一样', other: '等另一个人录', yours: '请您录第二遍', settle: '核定', putAway: '撤去', enter: '录一份', save: '保存，录下一份',
    told: { first: '第一遍存好了，请另一个人录第二遍。', agreed: '两遍完全一样，已收进答卷。', differs: '两遍有不一样的地方，请对着纸核定。', settled: '核定好了，已收进答卷。', 'put-away': '已撤去，可以重新录。' },
    settleTitle: (n: number) => `核定 ${n} 号纸卷`, settleLead: '请拿着这份纸卷，看纸上到底勾的是什么。', differ: (n: number) => `${n} 题不一样`, read: (who: string, what: string) => `${who}：${what}`, unreadable: '纸上看不清，或者没有答', empty: '没有答', settleSave: '核定，收进答卷',
  },
  print: { title: '问卷码', cut: '沿线剪开，每人一张。', go: '打开这个地址，输入码：', anonymous: '不用写名字。谁答了什么，没有人知道。', until: (day: string) => `${day}以前有效` },
  sheet: {
    head: '纸质问卷', tick: '每题选一个，在方框里打勾。不写名字。', practice: '练习题', box: '□', line: '＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿', madeOn: (day: string) => `打印日期：${day}`, onlyIf: (text: string) => `（${text}才答）`,
  },
  answer: {
    title: '填问卷', lead: '输入发给您的码。不记姓名，不记账号，不记是哪台手机。', code: '问卷码', codeHint: '八位数字和字母，大小写都可以。', begin: '开始', next: '下一题', back: '上一题', handIn: '交卷', review: '都答完了', reviewLead: (answered: number, all: number) => `答了 ${answered} / ${all} 题。可以回去改，也可以现在交。`,
    practice: '练习一下', progress: (at: number, all: number) => `第 ${at} 题，共 ${all} 题`, words: '可以写，也可以不写。请不要写名字、电话和住址。', done: '收到了，谢谢！', doneLead: '没有人知道这份答卷是谁的。结果出来后会公布。', privateFound: '这里好像有电话、住址或名字。请改掉再交。', offline: '网断了。答案还在这一页，连上网再按一次。', home: '回首页', untilThen: '交卷以前，答案只在这一页里；关掉这一页就没有了。', pick: '请先选一个。不想答，就选“不想说”。',
  },
  campaign: {
    title: '统一调查', lead: '用一份问卷同时调查许多社区；各社区自己登记同意、发码，结果按社区出。', start: '开始统一调查', survey: '问卷', places: '社区代码', placesHint: '每行一个；空着就是本地区的全部试点。', go: '开始', none: '还没有统一调查。先在下面复制一份问卷并发布，再选社区。',
    columns: { title: '名称', wave: '轮次', days: '起止', closed: '已结束', rate: '回收' }, started: (many: number) => `已在 ${many} 个社区开始。`, surveys: '问卷', empty: '还没有问卷。从问卷工具复制一份，发布以后就能开始。', publish: '发布', copied: '已复制，请发布后使用。', published: '已发布。',
  },
  evidence: { title: (who: string, year: string) => `${year} 年${who}问卷调查`, text: (title: string, from: string, to: string, invited: number, answered: number) => `${title}：${from} 至 ${to}，邀请 ${invited} 人，收回 ${answered} 份匿名答卷。`, unit: '份', source: '调查' },
};
