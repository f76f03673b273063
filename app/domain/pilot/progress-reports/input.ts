import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { searchInput } from '#app/platform/query.ts';
import { prefillKinds, reportQuestionKinds, reportStates } from './model.ts';

const text = (min: number, max: number) => z.string().trim().min(min).max(max);
const figure = (min: number, max: number) => z.coerce.number().int().min(min).max(max);

/** 保存的答案: with the revisions their author had seen. */
export const SaveReportInput = z.object({
  answers: z.array(z.object({ questionId: text(1, 60), value: z.string().max(20_000).transform(plainText), bases: z.array(z.number().int().min(0)).max(60) })).min(1).max(60),
});
export type SaveReportInput = z.infer<typeof SaveReportInput>;

/** 认定或退回: returned with reasons by question, named `reason.<id>`. */
export const CheckReportInput = z
  .looseObject({ deed: z.enum(['accept', 'return']), round: figure(1, 1000), note: z.string().trim().max(2000).default('') })
  .transform(({ deed, round, note, ...rest }, check) => {
    const reasons = Object.entries(rest).flatMap(([name, said]) => {
      const reason = name.startsWith('reason.') && typeof said === 'string' ? said.trim() : '';
      return reason === '' ? [] : [{ questionId: name.slice(7), reason }];
    });
    for (const { questionId, reason } of reasons) if ([...reason].length > 500 || [...reason].length < 4) check.addIssue({ code: 'custom', message: 'report-reason', path: [`reason.${questionId}`] });
    return { deed, round, note, reasons };
  });
export type CheckReportInput = z.infer<typeof CheckReportInput>;

const days = z.string().max(60).transform((said, check) => {
  const list = said.split(/[,，、\s]+/).filter(Boolean).map(Number);
  if (list.length > 6 || list.some((one) => !Number.isInteger(one) || one < 0 || one > 365)) check.addIssue({ code: 'custom', message: 'day-list' });
  return list;
});

const QuestionInput = z.object({
  id: z.string().trim().regex(/^[a-z][a-z0-9-]{1,39}$/, 'question-id'),
  kind: z.enum(reportQuestionKinds),
  labelZh: text(2, 80), labelEn: text(2, 160),
  hintZh: z.string().trim().max(200).default(''), hintEn: z.string().trim().max(400).default(''),
  from: z.enum(['', ...prefillKinds]).default(''),
  key: z.string().trim().max(40).default(''),
  isRequired: z.string().default(''), isPublic: z.string().default(''),
  options: z.string().max(600).default(''),
});

const questionOf = ({ labelZh, labelEn, hintZh, hintEn, from, options, isRequired, isPublic, ...rest }: z.infer<typeof QuestionInput>) => ({
  ...rest, label: { zh: labelZh, en: labelEn }, hint: { zh: hintZh, en: hintEn }, from: from || null, isRequired: isRequired === 'yes', isPublic: isPublic === 'yes',
  options: options.split('\n').map((line) => line.split(/[|｜]/).map((part) => part.trim())).filter(([zh]) => zh).map(([zh, en]) => ({ zh: zh!, en: en || zh! })),
});

/** 报告表: fields `q.<n>.<name>` become questions in the order of n; a row without an id is none. */
export const ReportFormInput = z
  .looseObject({ effectiveFrom: z.iso.date(), everyMonths: figure(1, 36), dueDays: figure(3, 180), mendDays: figure(3, 90), remindBefore: days, escalateAfter: days })
  .transform(({ effectiveFrom, everyMonths, dueDays, mendDays, remindBefore, escalateAfter, ...rest }, check) => {
    const rows = new Map<number, Record<string, unknown>>();
    for (const [name, value] of Object.entries(rest)) {
      const match = /^q\.(\d{1,2})\.([A-Za-z]+)$/.exec(name);
      if (match) rows.set(Number(match[1]), { ...rows.get(Number(match[1])), [match[2]!]: value });
    }
    const questions = [...rows].toSorted(([a], [b]) => a - b).filter(([, row]) => String(row.id ?? '').trim() !== '').flatMap(([at, row]) => {
      const parsed = QuestionInput.safeParse(row);
      if (parsed.success) return [questionOf(parsed.data)];
      for (const issue of parsed.error.issues) check.addIssue({ code: 'custom', message: issue.message, path: [`q.${at}.${issue.path.join('.')}`] });
      return [];
    });
    if (new Set(questions.map(({ id }) => id)).size < questions.length || questions.length === 0) check.addIssue({ code: 'custom', message: 'question-ids', path: ['q.0.id'] });
    if (questions.some(({ kind, options }) => kind === 'choice' && options.length < 2)) check.addIssue({ code: 'custom', message: 'question-options', path: ['q.0.id'] });
    return { effectiveFrom, everyMonths, dueDays, mendDays, remindBefore, escalateAfter, questions };
  });
export type ReportFormInput = z.infer<typeof ReportFormInput>;

/** The filters of the list of reports. */
export const AskedReports = z.object({ q: searchInput, state: z.enum([...reportStates, 'late']).optional(), region: z.string().refine(isRegionCode).optional() });
export type AskedReports = z.infer<typeof AskedReports>;
