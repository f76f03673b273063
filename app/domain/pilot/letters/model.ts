import type { Status } from '#app/domain/pilot/applications/model.ts';

/** 文书种类: return for correction, acceptance, refusal, public notice. */
export const letterKinds = ['return', 'acceptance', 'refusal', 'notice'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** In which state of an application a letter of this kind can be written. */
export const writtenWhen: Record<LetterKind, readonly Status[]> = {
  return: ['returned'], acceptance: ['accepted'], refusal: ['declined'], notice: ['accepted'],
};

/** 占位词: what a template may ask for; the first word is Chinese, the second English, both are understood in both texts. */
export const placeholders = {
  number: ['申报编号', 'application number'],
  applicant: ['申报单位', 'applicant'],
  unit: ['试点单位', 'unit'],
  region: ['所在地区', 'region'],
  call: ['批次', 'call'],
  submittedOn: ['提交日期', 'date of submission'],
  items: ['退回事项', 'returned items'],
  answerBy: ['补正期限', 'last day to correct'],
  reason: ['决定理由', 'reasons'],
  decidedOn: ['决定日期', 'date of decision'],
  score: ['得分', 'score'],
  passMark: ['合格线', 'pass mark'],
  met: ['达到条款', 'items met'],
  unmet: ['未达条款', 'items not met'],
  strengths: ['优点', 'strengths'],
  advice: ['建议', 'advice'],
  noticeFrom: ['公示开始', 'notice from'],
  noticeTo: ['公示结束', 'notice to'],
  today: ['成文日期', 'date of the letter'],
} as const satisfies Record<string, readonly [string, string]>;
export type Placeholder = keyof typeof placeholders;
export type Facts = Partial<Record<Placeholder, string>>;

/** Which placeholders a kind of letter can fill; the others would stay empty in it. */
const explained: Placeholder[] = ['score', 'passMark', 'met', 'unmet', 'strengths', 'advice'];
const everywhere: Placeholder[] = ['number', 'applicant', 'unit', 'region', 'call', 'submittedOn', 'today'];
export const placeholdersOf: Record<LetterKind, readonly Placeholder[]> = {
  return: [...everywhere, 'items', 'answerBy'],
  acceptance: [...everywhere, 'reason', 'decidedOn', ...explained],
  refusal: [...everywhere, 'reason', 'decidedOn', ...explained],
  notice: [...everywhere, 'decidedOn', 'noticeFrom', 'noticeTo'],
};

export type LetterText = { title: string; to: string; body: string };

const inBraces = /[{｛]([^{}｛｝\n]{1,40})[}｝]/g;

function placeholderOf(word: string): Placeholder | undefined {
  const plain = word.trim().toLowerCase();
  return (Object.keys(placeholders) as Placeholder[]).find((name) => (placeholders[name] as readonly string[]).includes(plain));
}

/** 不认识的占位词 in a text: what a template of this kind must not hold. */
export function unknownIn(kind: LetterKind, text: string): string[] {
  const words = [...text.matchAll(inBraces)].map((match) => match[1]!);
  const strays = text.replaceAll(inBraces, '').match(/[{}｛｝]/) ? ['{ }'] : [];
  return [...new Set([...words.filter((word) => !placeholdersOf[kind].includes(placeholderOf(word)!)), ...strays])];
}

/** 套用: the facts in the place of their words; in one pass, so that no fact can bring in another placeholder. */
export function fillIn(text: string, facts: Facts): string {
  return text.replaceAll(inBraces, (whole, word: string) => {
    const name = placeholderOf(word);
    return name ? (facts[name] ?? '') : whole;
  });
}

/** 填写文书: the whole letter with its facts in; a line that would say only what there is nothing to say of is left out. */
export function fillLetter(text: LetterText, facts: Facts): LetterText {
  const lines = text.body.split('\n').filter((line) => !saysNothing(line, facts));
  return { title: fillIn(text.title, facts), to: fillIn(text.to, facts), body: lines.map((line) => fillIn(line, facts)).join('\n') };
}

function saysNothing(line: string, facts: Facts): boolean {
  const asked = [...line.matchAll(inBraces)].map((match) => placeholderOf(match[1]!));
  return asked.length > 0 && asked.every((name) => name !== undefined && explained.includes(name) && !facts[name]);
}

/** What a letter froze when it was made: the text in both languages, signer and day. */
export type LetterContent = { zh: LetterText; en: LetterText; signer: { zh: string; en: string }; day: string };

/** 一页纸: one language of a letter as it is printed. */
export type LetterPage = { lang: 'zh' | 'en'; head: string; number: string; title: string; to: string; body: string[]; signer: string; day: string; seal: string; note: string };
