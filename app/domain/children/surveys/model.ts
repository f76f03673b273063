/** 对象: whom a survey asks. */
export const audiences = ['children-4-7', 'children-8-12', 'children-13-18', 'carers', 'staff'] as const;
export type Audience = (typeof audiences)[number];

/** Children answer by the code of a class or of a slip, on pages of their own. */
export const isForChildren = (audience: Audience) => audience.startsWith('children-');

/** 主题. `self` is what people say of themselves. */
export const themes = ['play', 'participation', 'safety', 'health', 'education', 'home', 'environment', 'self'] as const;
export type Theme = (typeof themes)[number];

/** 量表: levels run from the best to the worst; the first `favourable` of them count as "mostly true". */
export const scales = {
  'faces-3': { levels: 3, favourable: 1 },
  'pictures-3': { levels: 3, favourable: 1 },
  'agree-5': { levels: 5, favourable: 2 },
} as const;
export type Scale = keyof typeof scales;
export const scaleNames = Object.keys(scales) as Scale[];
export const scaleFor: Record<Audience, Scale> = { 'children-4-7': 'faces-3', 'children-8-12': 'pictures-3', 'children-13-18': 'agree-5', carers: 'agree-5', staff: 'agree-5' };

/** 题型: a level of the survey's scale, one of own options, or free words. */
export const itemKinds = ['scale', 'choice', 'text'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A sentence in both languages; the English one may be empty while a survey speaks Chinese only. */
export type Said = { zh: string; en: string };

/** 题目. `pair` is the same in the instruments of children and carers, so that what they say can be compared. */
export type Item = {
  id: string;
  kind: ItemKind;
  theme: Theme;
  text: Said;
  pair?: string;
  picture?: string;
  isPractice?: boolean;
  /** 给问的人: what the grown-up who asks says or does at this question. */
  ask?: Said;
  options?: { id: string; text: Said }[];
  showIf?: { item: string; in: string[] };
};

/** 问卷 as data: what is asked, whom, on which scale, in which languages; `script` is what the grown-up who asks the youngest does before and after. */
export type Definition = { title: Said; intro: Said; script?: { before: Said; after: Said }; audience: Audience; scale: Scale; languages: ('zh' | 'en')[]; items: Item[] };

export const surveyStates = ['draft', 'published', 'put-away'] as const;
export type SurveyState = (typeof surveyStates)[number];

/** 轮次种类: the first one and those that are compared with it. */
export const waves = ['baseline', 'follow-up', 'once'] as const;
export type Wave = (typeof waves)[number];
export const roundStates = ['open', 'closed'] as const;
export type RoundState = (typeof roundStates)[number];

/** 码的种类: one for a whole class with so many seats, or slips of one use each. */
export const codeKinds = ['class', 'slip'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** 同意种类: what was agreed to outside the survey, kept apart from its answers. */
export const consentKinds = ['school', 'guardians', 'notice'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** 答卷来路. */
export const channels = ['web', 'paper'] as const;
export type Channel = (typeof channels)[number];

/** 不适用、不想说: two answers that every question offers and that no figure counts. */
export const outside = { 'does-not-apply': '-', 'rather-not-say': '?' } as const;
export type Outside = keyof typeof outside;

export const mostItems = 60;
export const mostOptions = 12;
export const mostCommentLetters = 500;
export const mostSeats = 100;
export const mostSlips = 300;
/** 练习题: the young do exactly so many before the first question. */
export const practiceItems = 3;
/** 最小的孩子: no more questions than these, on three faces, asked by a grown-up. */
export const mostForYoungest = 8;

/** What somebody has answered so far: item → a level ('1' is the best), the id of an option, free words, or an answer outside the scale. */
export type Answers = Record<string, string>;

/** 题目出现吗: whether what was answered before lets a question show; an unseen question has no answer to look at. */
export function isShown(definition: Definition, item: Item, answers: Answers): boolean {
  if (!item.showIf) return true;
  const asked = definition.items.find(({ id }) => id === item.showIf!.item);
  return asked !== undefined && isShown(definition, asked, answers) && item.showIf.in.includes(answers[asked.id] ?? '');
}

/** The questions somebody meets, in their order. */
export const shownItems = (definition: Definition, answers: Answers) => definition.items.filter((item) => isShown(definition, item, answers));

/** 可以选的 answers to a question. */
export function valuesOf(definition: Pick<Definition, 'scale'>, item: Item): string[] {
  const own = item.kind === 'scale' ? Array.from({ length: scales[definition.scale].levels }, (_, at) => String(at + 1)) : (item.options ?? []).map(({ id }) => id);
  return [...own, ...Object.keys(outside)];
}

/** 答案清理: only what was shown and what may be said is kept; whatever else came is dropped. */
export function cleanAnswers(definition: Definition, given: Answers): Answers {
  const kept: Answers = {};
  for (const item of definition.items) {
    const value = Object.hasOwn(given, item.id) ? given[item.id] : undefined;
    if (value === undefined || !isShown(definition, item, kept)) continue;
    if (item.kind === 'text') {
      const words = value.trim().slice(0, mostCommentLetters);
      if (words) kept[item.id] = words;
    } else if (valuesOf(definition, item).includes(value)) kept[item.id] = value;
  }
  return kept;
}

/** 计入的题目: one character each in a packed answer, in the order of the definition. */
export const packedItems = (definition: Pick<Definition, 'items'>) => definition.items.filter(({ kind, isPractice }) => kind !== 'text' && !isPractice);

const nothing = '.';

/** 打包: 1–5 for a level or an option (then a, b, c), - does not apply, ? rather not say, . not asked or not answered. */
export function packAnswers(definition: Definition, answers: Answers): string {
  return packedItems(definition).map((item) => {
    const value = answers[item.id];
    if (value === undefined) return nothing;
    if (Object.hasOwn(outside, value)) return outside[value as Outside];
    const at = valuesOf(definition, item).indexOf(value);
    return at < 0 ? nothing : (at + 1).toString(36);
  }).join('');
}

/** One person's levels counted from 0 (the best) and what they said of themselves; what lies outside the scale is null. */
export type Sheet = { levels: Record<string, number | null>; self: Record<string, string> };

/** 拆包. */
export function unpackAnswers(definition: Definition, packed: string): Sheet {
  const sheet: Sheet = { levels: {}, self: {} };
  for (const [at, item] of packedItems(definition).entries()) {
    const place = /^[1-9a-z]$/.test(packed[at] ?? '') ? Number.parseInt(packed[at]!, 36) - 1 : null;
    if (item.kind === 'scale') sheet.levels[item.id] = place;
    else if (place !== null && item.options?.[place]) sheet.self[item.id] = item.options[place].id;
  }
  return sheet;
}

/** 题目的毛病: why a definition cannot be asked; the code of a sentence and the question it lies in. */
export type Fault = { code: 'no-items' | 'too-many-items' | 'twice' | 'no-text' | 'no-english' | 'few-options' | 'too-many-for-youngest' | 'option-twice' | 'shown-by-later' | 'shown-by-unknown' | 'practice-three' | 'practice-first' | 'not-allowed-id'; item?: string };

export function faultsOf(definition: Definition): Fault[] {
  const { items, languages, scale } = definition;
  const faults: Fault[] = [];
  const real = items.filter(({ isPractice }) => !isPractice);
  if (real.length === 0) faults.push({ code: 'no-items' });
  if (items.length > mostItems) faults.push({ code: 'too-many-items' });
  const practised = items.filter(({ isPractice }) => isPractice);
  if (definition.audience === 'children-4-7' && real.length > mostForYoungest) faults.push({ code: 'too-many-for-youngest' });
  if (scale !== 'agree-5' && practised.length !== practiceItems) faults.push({ code: 'practice-three' });
  if (practised.some((item, at) => items[at] !== item)) faults.push({ code: 'practice-first' });
  for (const [at, item] of items.entries()) {
    const before = items.slice(0, at);
    if (!isItemId(item.id)) faults.push({ code: 'not-allowed-id', item: item.id });
    if (before.some(({ id }) => id === item.id)) faults.push({ code: 'twice', item: item.id });
    if (!item.text.zh.trim()) faults.push({ code: 'no-text', item: item.id });
    if (languages.includes('en') && [item.text, ...(item.options ?? []).map(({ text }) => text)].some(({ en }) => !en.trim())) faults.push({ code: 'no-english', item: item.id });
    if (item.kind === 'choice' && ((item.options ?? []).length < 2 || item.options!.length > mostOptions)) faults.push({ code: 'few-options', item: item.id });
    if (new Set((item.options ?? []).map(({ id }) => id)).size !== (item.options ?? []).length) faults.push({ code: 'option-twice', item: item.id });
    if (item.showIf) faults.push(...faultOfCondition(item.showIf, definition, item.id, before));
  }
  return faults;
}

function faultOfCondition({ item: on, in: values }: NonNullable<Item['showIf']>, definition: Definition, item: string, before: readonly Item[]): Fault[] {
  const asked = definition.items.find(({ id }) => id === on);
  if (!asked || asked.kind === 'text' || values.length === 0 || values.some((value) => !valuesOf(definition, asked).includes(value))) return [{ code: 'shown-by-unknown', item }];
  return before.includes(asked) ? [] : [{ code: 'shown-by-later', item }];
}

/** 题号: small letters, digits and dashes; it is the name of a field in a form. */
export const isItemId = (id: string) => /^[a-z][a-z0-9-]{0,39}$/.test(id);

/** 回收率 in per cent; nothing to say while nobody was invited. */
export function responseRate(answered: number, invited: number): number | undefined {
  return invited > 0 ? Math.round((100 * answered) / invited) : undefined;
}

const codeLetters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const codeLength = 8;

/** 问卷码 as a child reads it: two groups of four. */
export const spelt = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`;

/** As it was typed: blanks, dashes and small letters do not matter. */
export const tidySurveyCode = (typed: string) => typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').slice(0, 20);

/** Out of random bytes; letters that look alike are not among them. */
export const codeFrom = (bytes: Uint8Array) => [...bytes].slice(0, codeLength).map((byte) => codeLetters[byte % codeLetters.length]).join('');
