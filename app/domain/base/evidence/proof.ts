import type { EvidenceFile, Kind } from './model.ts';

/** 什么能证明什么: which kinds of evidence stand for each kind of proof that a rule of the standard names. */
const stands: Record<string, readonly Kind[]> = {
  photo: ['photo'],
  works: ['photo', 'document'],
  map: ['document', 'photo'],
  drawing: ['document', 'photo'],
  'system-data': ['number', 'document'],
  survey: ['document', 'number'],
  interview: ['document'],
  'child-feedback': ['document', 'photo', 'number'],
  'site-check': ['photo', 'document'],
  'inspection-record': ['document', 'photo'],
  'drill-record': ['document', 'photo'],
  'activity-record': ['document', 'photo', 'number'],
  'case-file': ['number'],
  'record-check': ['number'],
};
const always: readonly Kind[] = ['fact', 'statement', 'observation'];

/** 可用种类: what may be cited for a rule; a stamped statement or a look on site always may, a case file or a record check never. */
export function kindsFor(ruleEvidence: readonly string[]): Kind[] {
  return [...new Set([...always, ...ruleEvidence.flatMap((one): readonly Kind[] => stands[one] ?? ['document', 'photo', 'number'])])];
}

/** Proof that is never taken as such (standard.md §5.3): files on one child, record checks of adults, registers of children. */
const sealedProof = [
  /个案(档案|记录|材料|卷宗|台账|评估表|访谈)|(儿童|孩子|未成年人)个?人?档案|一人一[档表]|case-?files?|child(ren)?['’]?s?files?/i,
  /犯罪(记录|前科|证明)|无犯罪|入职查询(结果|记录|报告)|背景(审查|调查|核查)|(criminal|police)records?|(record|background)-?checks?/i,
  /(困境|留守|流动|孤|残疾|低保|事实无人抚养|重病)[^，。；]{0,6}(儿童|未成年人)?[^，。；]{0,4}(台账|名册|名单|花名册|登记[表册]|信息[表册]|明细)/,
  /(register|list|roster)of(distressed|left-?behind|disabled|migrant|vulnerable)?children/i,
];
const aboutTheRule = /制度|办法|流程|规定|规范|模板|空白|样表|培训|policy|procedure|template|blank|training/i;
const saysInstead = /说明|声明|承诺|情况|现场|statement|declaration|observ/i;
const mayTellOfIt: readonly Kind[] = ['statement', 'observation', 'number', 'fact'];

/** 不得作为佐证: whether what is brought is itself a sealed file; a statement that tells of one, or the rules by which it is kept, is none. */
export function isSealedProof(kind: Kind, words: readonly string[]): boolean {
  return words.some((word) => {
    const plain = word.normalize('NFKC').replaceAll(/[\s_\p{Cf}]/gu, '');
    if (!sealedProof.some((pattern) => pattern.test(plain)) || aboutTheRule.test(plain)) return false;
    return !(mayTellOfIt.includes(kind) && saysInstead.test(plain));
  });
}

const identityNumber = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/;

/** 身份证号码 has no place in evidence, whoever's it is. */
export function hasIdentityNumber(words: readonly string[]): boolean {
  return words.some((word) => identityNumber.test(word.normalize('NFKC').replaceAll(/[\s-]/g, '')));
}

type Said = { kind: Kind; text: string; number: number | null; files: readonly Pick<EvidenceFile, 'mediaType'>[] };

/** 还缺什么: what a kind cannot do without; undefined when nothing is missing. */
export function lackOf({ kind, text, number, files }: Said): string | undefined {
  if (kind === 'number' && number === null) return 'evidence-number-missing';
  if ((kind === 'fact' || kind === 'observation') && text.trim() === '') return 'evidence-text-missing';
  if ((kind === 'document' || kind === 'statement') && files.length === 0) return 'evidence-file-missing';
  if (kind === 'photo' && (files.length === 0 || files.some(({ mediaType }) => !mediaType.startsWith('image/')))) return 'evidence-photo-missing';
  return undefined;
}
