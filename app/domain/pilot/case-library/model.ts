/** 案例状态: written, handed in for review, returned with a reason, open to everybody, taken down. */
export const caseStates = ['draft', 'submitted', 'returned', 'published', 'withdrawn'] as const;
export type CaseState = (typeof caseStates)[number];

/** What may follow what; a published case is written on and handed in again without leaving the library. */
export const nextStates = {
  draft: ['submitted'],
  submitted: ['returned', 'published'],
  returned: ['submitted', 'draft'],
  published: ['submitted', 'withdrawn'],
  withdrawn: ['published'],
} as const satisfies Record<CaseState, readonly CaseState[]>;

export function canMove(from: CaseState, to: CaseState): boolean {
  return (nextStates[from] as readonly CaseState[]).includes(to);
}

/** 标签: what a case is about, from a fixed list, so that cases are found together. */
export const tags = ['space', 'safety', 'participation', 'services', 'family', 'school', 'enterprise', 'migrant', 'rural', 'inclusion', 'culture', 'staff'] as const;
export type Tag = (typeof tags)[number];

export const ageBands = ['0-3', '4-6', '7-12', '13-18'] as const;
export type AgeBand = (typeof ageBands)[number];

/** 同意书: whose consent a case needs before everybody may read it. */
export const consents = ['government', 'people', 'partners'] as const;
export type Consent = (typeof consents)[number];

/** 成效 in data: what was measured before and after. */
export type Outcome = { what: string; before: number | null; after: number; unit: string };

/** 案例内容: problem, action, cost, time, partners, rules, outcome; what the community learned. */
export type CaseContent = {
  title: string;
  titleEn: string;
  summary: string;
  summaryEn: string;
  problem: string;
  action: string;
  lessons: string;
  /** Whole yuan; null is not known, 0 is nothing spent. */
  cost: number | null;
  funding: string;
  startedOn: string;
  months: number;
  partners: { name: string; role: string }[];
  ruleIds: string[];
  tags: Tag[];
  ages: AgeBand[];
  outcomes: Outcome[];
  evidenceIds: string[];
};

export const emptyCase: CaseContent = {
  title: '', titleEn: '', summary: '', summaryEn: '', problem: '', action: '', lessons: '', cost: null, funding: '', startedOn: '', months: 0,
  partners: [], ruleIds: [], tags: [], ages: [], outcomes: [], evidenceIds: [],
};

/** 还缺什么 before a case may be handed in. */
export function missingIn(content: CaseContent, given: readonly Consent[]): string[] {
  const texts = (['title', 'summary', 'problem', 'action'] as const).filter((name) => content[name].trim() === '');
  const parts = [
    ...(content.startedOn === '' ? ['startedOn'] : []), ...(content.months < 1 ? ['months'] : []), ...(content.ruleIds.length === 0 ? ['ruleIds'] : []),
    ...(content.outcomes.length === 0 ? ['outcomes'] : []),
  ];
  const wanted: Consent[] = ['government', 'people', ...(content.partners.length > 0 ? (['partners'] as const) : [])];
  return [...texts, ...parts, ...wanted.filter((consent) => !given.includes(consent)).map((consent) => `consent.${consent}`)];
}

/** 引用格式: how a version of a case is cited. */
export function citation({ number, version, title, community, year }: { number: string; version: number; title: string; community: string; year: string }, locale: string): string {
  return locale === 'en' ? `${community}. ${title}. Case library of the Child-Friendly Community Initiative, ${number}, version ${version}, ${year}.` : `${community}：${title}，中国儿童友好社区促进计划案例库，${number}，第 ${version} 版，${year} 年。`;
}
