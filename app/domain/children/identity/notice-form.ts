import { z } from 'zod';
import { NoticeInput } from './input.ts';
import { purposes } from './model.ts';
import type { AssessedBy } from './publish-notice.ts';
import { linesOf, partsOf } from './notice-words.ts';

/** 表单里的两种语言. */
export const sides = { zh: 'zh-CN', en: 'en' } as const;
const purposeParts = ['name', 'why', 'child', 'refusing'] as const;

const textIn = (given: Record<string, unknown>, name: string) => (typeof given[name] === 'string' ? given[name] : '');

/** The fields of one language, each with the name it has on the page. */
function sideOf(given: Record<string, unknown>, side: keyof typeof sides) {
  return {
    adult: partsOf(textIn(given, `${side}.adult`)), child: linesOf(textIn(given, `${side}.child`)), contact: textIn(given, `${side}.contact`),
    purposes: Object.fromEntries(purposes.map((purpose) => [purpose, Object.fromEntries(purposeParts.map((part) => [part, textIn(given, `${side}.${purpose}.${part}`).trim()]))])),
  };
}

/** On which field of the page a problem lies. */
function fieldOf(path: readonly PropertyKey[]): string {
  const [locale, what, purpose, part] = path.map(String);
  const side = locale === 'en' ? 'en' : 'zh';
  return what === 'purposes' ? `${side}.${purpose}.${part}` : `${side}.${what}`;
}

/** 新版规则: as it is typed, both languages, with the assessments that new purposes rest on. */
export const NoticeForm = z.looseObject({ deed: z.enum(['review', 'publish']), isSure: z.literal('yes').optional() }).transform((given, ctx) => {
  const parsed = NoticeInput.safeParse({ [sides.zh]: sideOf(given, 'zh'), [sides.en]: sideOf(given, 'en') });
  if (!parsed.success) {
    for (const issue of parsed.error.issues) ctx.issues.push({ ...issue, input: undefined, path: [fieldOf(issue.path)] } as never);
    return z.NEVER;
  }
  const assessedBy: AssessedBy = Object.fromEntries(purposes.flatMap((purpose) => (textIn(given, `assessment.${purpose}`) ? [[purpose, textIn(given, `assessment.${purpose}`)]] : [])));
  return { deed: given.deed, isSure: given.isSure === 'yes', content: parsed.data, assessedBy };
});
