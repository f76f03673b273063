import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { applicantMarks, type Blindness, officeNames, seeEachOther, seeMarks, usualBlindness } from './blindness-settings.ts';
import { isId } from '#app/platform/is-id.ts';
import { applicantLevels, mostClockDays, type NoticeSettings } from './model.ts';

const days = z.coerce.number().int().min(1).max(mostClockDays);

const yesNo = (usual: boolean) => z.enum(['yes', 'no']).default(usual ? 'yes' : 'no');
const { first, second, applicantSees } = usualBlindness;

/** 盲审设置, as the form has them: flat, each with the usual as its default. */
const blindnessFields = {
  firstSeesApplicant: yesNo(first.reviewersSeeApplicant),
  firstSeesOthers: z.enum(seeEachOther).default(first.reviewersSeeEachOther),
  firstSeesMarks: z.enum(seeMarks).default(first.marksOfOthers),
  firstOfficeNames: z.enum(officeNames).default(first.officeSeesNames),
  secondSeesApplicant: yesNo(second.reviewersSeeApplicant),
  secondSeesOthers: z.enum(seeEachOther).default(second.reviewersSeeEachOther),
  secondSeesMarks: z.enum(seeMarks).default(second.marksOfOthers),
  secondOfficeNames: z.enum(officeNames).default(second.officeSeesNames),
  applicantSees: z.enum(applicantMarks).default(applicantSees),
};

/** 批次内容: everything an officer settles before a call is published. */
export const CallInput = z
  .object({
    title: z.string().trim().min(4).max(120),
    titleEn: z.string().trim().max(200).default(''),
    about: z.string().trim().max(4000).default(''),
    regionCode: z.string().default('*').transform((code) => code || '*').refine((code) => code === '*' || isRegionCode(code), 'region-code'),
    editionId: z.string().min(1).max(60),
    questionSetId: z.string().min(1).max(60),
    rubricId: z.string().refine((id) => id === '' || isId(id), 'option').optional(),
    places: z.coerce.number().int().min(1).max(100_000),
    applicantLevels: z.array(z.enum(applicantLevels), 'applicant-levels').min(1, 'applicant-levels'),
    opensOn: z.iso.date(),
    closesOn: z.iso.date(),
    checkDays: days,
    returnDays: days,
    reviewsPerApplication: z.coerce.number().int().min(1).max(15),
    scoreFrom: z.coerce.number().int().min(0).max(100),
    scoreTo: z.coerce.number().int().min(1).max(1000),
    noticeDays: days,
    answerDays: days,
    appealDays: days.optional(),
    extensionDays: days.optional(),
    reshowDays: days.optional(),
    statementDays: days.optional(),
    rescueMinutes: z.coerce.number().int().min(0).max(60).default(5),
    revision: z.coerce.number().int().min(0).optional(),
    ...blindnessFields,
  })
  .refine((call) => call.opensOn <= call.closesOn, { path: ['closesOn'], message: 'call-days' })
  .refine((call) => call.scoreFrom < call.scoreTo, { path: ['scoreTo'], message: 'score-range' });
export type CallInput = z.infer<typeof CallInput>;

/** 延期: the new last day and why. */
export const ExtendInput = z.object({
  closesOn: z.iso.date(),
  reason: z.string().trim().min(4).max(500),
});
export type ExtendInput = z.infer<typeof ExtendInput>;

/** The form's flat fields as the columns of a call. */
export function callColumns(given: CallInput) {
  const [blindness, input] = splitBlindness(given);
  const { checkDays, returnDays, reviewsPerApplication, scoreFrom, scoreTo, noticeDays, answerDays, appealDays, extensionDays, reshowDays, statementDays, rubricId, revision: _, ...plain } = input;
  return {
    ...plain,
    rubricId: rubricId || null,
    check: { checkDays, returnDays },
    review: { reviewsPerApplication, scoreFrom, scoreTo, blindness },
    notice: { noticeDays, answerDays, ...onlyGiven({ appealDays, extensionDays, reshowDays, statementDays }) },
  };
}

/** What was left out stays out: the usual days count then. */
function onlyGiven(days: { [name in 'appealDays' | 'extensionDays' | 'reshowDays' | 'statementDays']: number | undefined }): Partial<NoticeSettings> {
  return Object.fromEntries(Object.entries(days).filter(([, count]) => count !== undefined));
}

function splitBlindness(given: CallInput) {
  const {
    firstSeesApplicant, firstSeesOthers, firstSeesMarks, firstOfficeNames, secondSeesApplicant, secondSeesOthers, secondSeesMarks, secondOfficeNames, applicantSees: after, ...rest
  } = given;
  const blindness: Blindness = {
    first: { reviewersSeeApplicant: firstSeesApplicant === 'yes', reviewersSeeEachOther: firstSeesOthers, marksOfOthers: firstSeesMarks, officeSeesNames: firstOfficeNames },
    second: { reviewersSeeApplicant: secondSeesApplicant === 'yes', reviewersSeeEachOther: secondSeesOthers, marksOfOthers: secondSeesMarks, officeSeesNames: secondOfficeNames },
    applicantSees: after,
  };
  return [blindness, rest] as const;
}
