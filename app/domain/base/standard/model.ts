export const editionStates = ['draft', 'published'] as const;
export type EditionState = (typeof editionStates)[number];

/** 应 宜 可: how binding a rule is. */
export const ruleKinds = ['must', 'should', 'may'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** 依据: what a rule rests on. */
export const bases = ['summary', 'draft', 'seed', 'law', 'peer', 'derived'] as const;
export type Basis = (typeof bases)[number];

/** 佐证种类: what proves that a rule is met. */
export const evidenceKinds = [
  'official-document', 'appointment-letter', 'plan', 'budget', 'minutes', 'roster', 'ledger', 'report', 'survey',
  'public-notice', 'photo', 'activity-record', 'works', 'agreement', 'site-check', 'map', 'drawing', 'inspection-record',
  'drill-record', 'service-list', 'case-file', 'child-feedback', 'interview', 'training-record', 'certificate',
  'record-check', 'system-data',
] as const;

/** 标准草案九项 and 儿童友好城市五个目标: what the rules are crossed with. */
export const draftItems = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export const goalAreas = [1, 2, 3, 4, 5] as const;

export type Words = { zh: string; en: string };

/** 来源: where a rule or a figure comes from. */
export type Source = Words & { url?: string | undefined };

/** 阈值: a figure of a rule and where it comes from (law, peer scheme, seed text, or our proposal). */
export type Threshold = {
  op: string;
  value: number | string;
  unit: string;
  from: 'law' | 'peer' | 'seed' | 'proposal';
  src?: string | undefined;
  zh?: string | undefined;
  en?: string | undefined;
  note?: Words | undefined;
};

/** 细则. */
export type Rule = Words & {
  id: string;
  kind: RuleKind;
  isSeen: boolean;
  basis: string;
  evidence: string[];
  src: string[];
  draftItems: number[];
  goalAreas: number[];
  threshold: Threshold | null;
};

/** 规范要求, 板块. */
export type Norm = Words & { id: string; rules: Rule[] };
export type Section = Words & { id: string; chapter: string; about: Words; norms: Norm[] };

/** 规范版本: one edition with everything in it. */
export type Edition = Words & {
  id: string;
  state: EditionState;
  note: Words;
  publishedAt: Date | null;
  hash: string;
  sources: Record<string, Source>;
  principles: (Words & { id: string })[];
  sections: Section[];
};

/** A rule with the place it stands in. */
export type PlacedRule = Rule & { section: Section; norm: Norm };

/** 全部条目 of an edition, in its order, each with its place. */
export function rulesOf(edition: Pick<Edition, 'sections'>): PlacedRule[] {
  return edition.sections.flatMap((section) =>
    section.norms.flatMap((norm) => norm.rules.map((rule) => ({ ...rule, section, norm }))),
  );
}

/** What is counted and said in one line: principles, sections, norms, rules. */
export function sizeOf(edition: Pick<Edition, 'principles' | 'sections'>) {
  return {
    principles: edition.principles.length,
    sections: edition.sections.length,
    norms: edition.sections.reduce((sum, section) => sum + section.norms.length, 0),
    rules: rulesOf(edition).length,
  };
}

/** The words in one language; Chinese is shown with full-width punctuation. */
export function inLanguage(words: Words, locale: string): string {
  return locale === 'en' ? words.en : fullWidth(words.zh);
}

const wide: Record<string, string> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' };
const han = /[\u3400-\u9fff\u3000-\u303f\uff00-\uffef“”]/;

/** 全角标点: half-width punctuation beside a Chinese character becomes full-width; figures and Latin words keep theirs. */
export function fullWidth(text: string): string {
  const paired = text.replace(/\(([^()]*)\)/g, (all, inner: string, at: number) =>
    han.test(inner) || han.test(text[at - 1] ?? '') ? `（${inner}）` : all,
  );
  return [...paired]
    .map((letter, at, all) => {
      const isBeside = han.test(all[at - 1] ?? '') || han.test(all[at + 1] ?? '');
      return wide[letter] && isBeside && !'()'.includes(letter) ? wide[letter] : letter;
    })
    .join('');
}
