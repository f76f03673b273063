/** 目的: what may be done with a child's data; each is assessed before it is asked for, and agreed to on its own (个人信息保护法 29, 55). */
export const purposes = ['registration', 'participation', 'portrait', 'sharing', 'survey-identity', 'exhibition'] as const;
export type Purpose = (typeof purposes)[number];

/** 应当评估的情形 (个人信息保护法 55). */
export const triggers = ['sensitive', 'automated', 'entrust', 'provide', 'publish', 'other'] as const;
export type Trigger = (typeof triggers)[number];

/** 信息种类: what is handled, or handed over. */
export const dataKinds = ['name', 'birthday', 'nickname', 'guardian-contact', 'address', 'school', 'health', 'picture', 'voice', 'works', 'words', 'answers', 'report'] as const;
export type DataKind = (typeof dataKinds)[number];

/** 版本状态: an approved version is never altered; another one takes its place. */
export const states = ['draft', 'submitted', 'returned', 'approved', 'withdrawn'] as const;
export type State = (typeof states)[number];

/** 来源: written here, or delivered with the system so that it can begin to work. */
export const origins = ['own', 'delivered'] as const;

/** 剩余风险: what is left once the measures stand; a high one is not approved. */
export const leftovers = ['low', 'middle', 'high'] as const;
export type Leftover = (typeof leftovers)[number];

/** 对儿童权益的一项风险: how likely (1–4), how heavy (1–4), what is done about it, what is left. */
export type Risk = { risk: string; likelihood: number; impact: number; measure: string; left: Leftover };

/** 评估内容 (个人信息保护法 56): lawful and necessary, what it means for children, whether the measures fit the risk. */
export type Content = {
  title: string; purpose: string; purposes: Purpose[]; triggers: Trigger[]; dataKinds: DataKind[];
  lawfulness: string; necessity: string; risks: Risk[]; conclusion: string; validUntil: string;
};

/** 风险等级 of likelihood by impact, before any measure. */
export function levelOf({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>): Leftover {
  const weight = likelihood * impact;
  if (weight >= 9) return 'high';
  return weight >= 4 ? 'middle' : 'low';
}

/** 最长有效期, in years; and for how many years nothing of the register may be deleted (个人信息保护法 56). */
export const mostYears = 3;
export const keepYears = 3;

/** 风险项数 a form has room for. */
export const mostRisks = 8;

/** 现行有效: approved, and its day has not come. */
export function isInForce({ state, validUntil }: { state: State; validUntil: string }, today: string): boolean {
  return state === 'approved' && validUntil >= today;
}
