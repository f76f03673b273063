/** 内容审核: nothing of a child's is public before a person has read it. */
export const itemKinds = ['suggestion', 'answer', 'work', 'minutes', 'motion', 'hazard', 'walk', 'round', 'survey-comment', 'complaint'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** 待审状态 of one item; only `approved` is public. */
export const itemStates = ['waiting', 'second', 'to-agree', 'held', 'approved', 'rejected', 'escalated', 'protected'] as const;
export type ItemState = (typeof itemStates)[number];

/** 审核结论 (未成年人网络保护条例 22—24, 29): what a moderator may conclude; suspected harm is a deed of its own. */
export const outcomes = ['approve', 'edit', 'hold', 'reject', 'escalate'] as const;
export type Outcome = (typeof outcomes)[number];

/** 结论之后: what `moderation.concluded` says has become of the thing; `to-agree` asks the child or guardian first. */
export const conclusions = ['approved', 'to-agree', 'held', 'rejected', 'escalated', 'protected'] as const;
export type Conclusion = (typeof conclusions)[number];

/** 待人处理: what the queue shows. */
export const openStates = ['waiting', 'second', 'held'] as const satisfies readonly ItemState[];

/** 看哪些 of the queue over many communities. */
export const queueShows = ['urgent', 'late', 'second', 'held'] as const;
export type QueueShow = (typeof queueShows)[number];

/** 孩子看到的状态: someone is reading, please agree, everybody can see it, it is not shown. Protection looks like reading. */
export const seenStates = ['reading', 'to-agree', 'shown', 'not-shown'] as const;
export type SeenState = (typeof seenStates)[number];

export function seenState(state: ItemState): SeenState {
  if (state === 'approved') return 'shown';
  if (state === 'to-agree') return 'to-agree';
  return state === 'rejected' ? 'not-shown' : 'reading';
}

/** 四类标注 (2026-03-01 分类规则): may be imitated, bad values, improper use of a minor's image, of a minor's data. */
export const labels = ['imitation', 'values', 'image', 'private-data'] as const;
export type Label = (typeof labels)[number];

/** 不公开的理由, each with kind words for the child. */
export const reasons = ['private', 'face', 'hurts-somebody', 'unsafe', 'unclear', 'not-own', 'twice'] as const;
export type Reason = (typeof reasons)[number];

/** 上报去处: who has to hear of illegal content. */
export const authorities = ['police', 'cac', 'education', 'civil-affairs'] as const;
export type Authority = (typeof authorities)[number];

/** 词的类别 and how grave a word is: look at it, keep it back, look at once. */
export const wordCategories = ['harm', 'bullying', 'imitation', 'values', 'illegal', 'contact'] as const;
export type WordCategory = (typeof wordCategories)[number];
export const severities = ['look', 'keep', 'urgent'] as const;
export type Severity = (typeof severities)[number];
export type ListedWord = { word: string; category: WordCategory; severity: Severity };

/** 隐私信息: what must not be public of a child. */
export const privateKinds = ['phone', 'identity-number', 'address', 'school-and-name', 'account'] as const;
export type PrivateKind = (typeof privateKinds)[number];
export type Found = { kind: PrivateKind; start: number; end: number };

/** 标出的地方: where in which field something was found and why. */
export type Flag = { field: string; start: number; end: number; why: PrivateKind | WordCategory; severity: Severity };
export type FieldText = { field: string; text: string };

/** 图里的人脸: unknown until a person has looked; blurred ones are public only as their copy. */
export const faceStates = ['unknown', 'none', 'blurred', 'consented'] as const;
export type FaceState = (typeof faceStates)[number];

/** 遮挡的方块 in thousandths of the picture. */
export type Box = { x: number; y: number; width: number; height: number };

/** 方格: a picture is marked in a grid of so many cells across and down, by ticking, so that it needs no script. */
export const cellsAcross = 8;
export function boxOfCell(cell: number): Box {
  const side = 1000 / cellsAcross;
  return { x: (cell % cellsAcross) * side, y: Math.floor(cell / cellsAcross) * side, width: side, height: side };
}

/** 投诉种类 from any child page. */
export const complaintKinds = ['mean', 'private', 'scary', 'mine', 'other'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** 审核期限 in working days, unless the region has set its own; what is urgent waits no longer than today. */
export const defaultLimit = 2;
export const limits = { min: 1, max: 10 } as const;

/** 撤回结论: for so many minutes, by whoever drew it, while nothing has followed. */
export const undoMinutes = 10;

const digits = '[0-9０-９零〇一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]';
const one = '[1１一幺壹]';
const gap = '[\\s.。·•,，、_*+—–\\-－]{0,3}';
const edge = { before: '(?<![0-9０-９零〇一二三四五六七八九幺])', after: '(?![0-9０-９零〇一二三四五六七八九幺])' };
const many = (sign: string, count: string) => `(?:${gap}${sign})${count}`;
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

/** 隐私规则: what each kind looks like, spoken digits, full width and blanks included. */
const patterns: readonly { kind: PrivateKind; at: RegExp }[] = [
  { kind: 'identity-number', at: new RegExp(`${edge.before}[1-9１-９一二三四五六七八九]${many(digits, '{16}')}${gap}(?:${digits}|[xXｘＸ])${edge.after}`, 'gu') },
  { kind: 'phone', at: new RegExp(`${edge.before}(?:[+＋]?8${gap}6${gap})?${one}${gap}[3-9３-９三四五六七八九]${many(digits, '{9}')}${edge.after}`, 'gu') },
  { kind: 'phone', at: new RegExp(`${edge.before}0[0-9]{2,3}[\\s\\-－]{1,2}[2-8][0-9]{6,7}${edge.after}`, 'gu') },
  { kind: 'account', at: /(?:微信|薇信|威信|维信|v信|vx|wx|wechat|qq|扣扣|企鹅|抖音|快手|小红书)[号]?\s*(?:是|为|加|[:：])?\s*[A-Za-z0-9０-９_\-－一二三四五六七八九零]{5,20}/giu },
  { kind: 'address', at: /[\p{sc=Han}\dA-Za-z]{2,12}(?:小区|花园|家园|新村|公寓|社区|苑|路|街|巷|弄|大道)[\p{sc=Han}]{0,4}?[\dA-Za-z０-９一二三四五六七八九十百]{1,5}\s*(?:号楼|号院|号|栋|幢|座|弄)(?:\s*[\dA-Za-z０-９一二三四五六七八九十]{1,4}\s*(?:单元|门|号楼|栋|幢|座))?(?:\s*[\dA-Za-z０-９一二三四五六七八九十]{1,5}\s*(?:室|户|号|楼|层))?/gu },
  { kind: 'address', at: /[\d０-９一二三四五六七八九十]{1,4}\s*(?:栋|幢|号楼|座|单元)\s*[\d０-９一二三四五六七八九十]{1,4}\s*(?:单元|室|户|楼|门)(?:\s*[\d０-９]{1,5}\s*(?:室|户))?/gu },
  { kind: 'school-and-name', at: new RegExp(`[\\p{sc=Han}\\d]{2,12}(?:小学|中学|学校|一小|二小|三小|实小|附小|初中|高中|幼儿园)[^。！？!?\\n]{0,24}(?:叫|名字是|名叫|姓名|我是|同学|班的?)[：: ]?\\s*[${surnames}][\\p{sc=Han}]{1,2}`, 'gu') },
  { kind: 'school-and-name', at: new RegExp(`(?:我叫|名字叫|我的名字是|我是)\\s*[${surnames}][\\p{sc=Han}]{1,2}[^。！？!?\\n]{0,24}(?:小学|中学|学校|一小|二小|三小|实小|附小|初中|高中|幼儿园)`, 'gu') },
];

/** 找隐私: where a text tells a phone number, an identity number, an address, school with name, an account; for warning before sending too. */
export function findPrivate(text: string): Found[] {
  const found: Found[] = [];
  for (const { kind, at } of patterns) {
    for (const match of text.matchAll(at)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((other) => start < other.end && other.start < end)) found.push({ kind, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** 最重的一个. */
export function gravest(flags: readonly Flag[]): Severity | null {
  return flags.reduce<Severity | null>((worst, { severity }) => (worst === null || severities.indexOf(severity) > severities.indexOf(worst) ? severity : worst), null);
}

