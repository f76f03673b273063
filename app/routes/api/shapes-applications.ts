import { z } from '@hono/zod-openapi';
import { SaveInput, SelfCheckInput } from '#app/domain/pilot/applications/input.ts';
import { statuses } from '#app/domain/pilot/applications/model.ts';
import { papers } from '#app/domain/pilot/calls/model.ts';
import { regionNameEn } from './shapes.ts';

const day = () => z.string().openapi({ format: 'date' });
const instant = () => z.string().openapi({ format: 'date-time' });
const state = z.enum(statuses).openapi('State', { description: 'draft 草稿 → submitted 已提交 → returned 退回补正 or complete 材料齐全 → in-review 评审中 → accepted 通过 or declined 未通过' });
// made anew: a schema of a room knows nothing of descriptions
const answer = z.union(SaveInput.shape.answers.element.shape.value.options).openapi('Answer', { description: 'A text (also for figures and days), the values that were chosen, or the rows of a table' });

const Head = {
  id: z.uuid(),
  number: z.string(),
  state,
  callId: z.uuid(),
  callTitle: z.string(),
  regionCode: z.string().openapi({ description: 'The community that is put forward' }),
  regionNameEn,
  unitName: z.string(),
  applicantCode: z.string().openapi({ description: 'The government that puts it forward' }),
  round: z.int().openapi({ description: 'How often it was handed in' }),
  submittedAt: instant().nullable(),
  checkDueOn: day().nullable(),
  answerDueOn: day().nullable().openapi({ description: 'Last day to answer a return, in Beijing, inclusive' }),
  updatedAt: instant(),
};

export const ApplicationLine = z.object(Head).openapi('ApplicationLine');

const Paper = z.object({ paper: z.enum(papers), fileId: z.uuid(), name: z.string(), sha256: z.string(), size: z.int(), mediaType: z.string() }).openapi('Paper');

export const ApplicationShape = z
  .object({
    ...Head,
    questionSetId: z.string(),
    lastDay: day().openapi({ description: 'Last day to hand it in, or to answer a return' }),
    answers: z.record(z.string(), answer).openapi({ description: 'By the id of the question, see the questions of the call' }),
    conflicts: z.array(z.string()).openapi({ description: 'Questions that two people answered differently at once: people settle them on the form' }),
    papers: z.array(Paper),
    missing: z.array(z.object({ questionId: z.string(), why: z.string(), figure: z.string().optional() })).openapi({ description: 'What keeps it from being handed in' }),
    returned: z.array(z.object({ questionId: z.string(), reason: z.string() })).openapi({ description: 'After a return: only these may be changed' }),
    may: z.object({ fill: z.boolean(), submit: z.boolean(), withdraw: z.boolean() }).openapi({ description: 'What this token may do now' }),
  })
  .openapi('Application');

export const DraftBody = z
  .object({
    callId: z.uuid(),
    regionCode: z.string().regex(/^[1-9]\d{8}(\d{3})?$/, 'region-code').openapi({ description: 'A sub-district level community (9 digits) or a committee (12)' }),
    applicantCode: z.string().regex(/^[1-9]\d{3,8}$/, 'region-code').optional().openapi({ description: 'Which government applies, where the token could act for several' }),
  })
  .openapi('NewApplication');

export const StartedShape = z.object({ id: z.uuid(), number: z.string() }).openapi('StartedApplication');

const most = 60;
export const AnswersBody = z
  .object({
    answers: z
      .record(z.string().min(1).max(60), answer)
      .refine((given) => Object.keys(given).length > 0, 'answers-none')
      .refine((given) => Object.keys(given).length <= most, 'answers-many'),
  })
  .openapi('Answers');

export const SubmissionBody = z
  .object({
    truthful: z.literal('yes', 'promise-needed').openapi({ description: 'Somebody of the government vouches that what is handed in is true' }),
    selfCheck: SelfCheckInput.shape.selfCheck.optional(),
    explanation: z.string().trim().max(500).optional().openapi({ description: 'After a return: why something stays as it was' }),
  })
  .openapi('Submission');

export const ReceiptShape = z
  .object({
    applicationId: z.uuid(), number: z.string(), round: z.int(), code: z.string().openapi({ description: 'Anybody can check it on /receipts' }),
    hash: z.string(), submittedAt: instant(), submittedByName: z.string(),
  })
  .openapi('Receipt');

export const WithdrawnShape = z.object({ id: z.uuid(), state }).openapi('Withdrawn');
export const TimelineShape = z.object({ items: z.array(z.object({ at: instant(), event: z.string(), text: z.string(), by: z.string() })) }).openapi('Timeline');

const Words = z.object({ zh: z.string(), en: z.string() });
export const QuestionsShape = z
  .object({
    id: z.string(),
    version: z.int(),
    title: Words,
    sections: z.array(
      z.looseObject({ id: z.string(), title: Words, questions: z.array(z.looseObject({ id: z.string(), kind: z.string(), label: Words, isRequired: z.boolean() })) }),
    ),
  })
  .openapi('Questions');

export const FileShape = z
  .object({ id: z.uuid(), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string(), pages: z.int().nullable(), createdAt: instant() })
  .openapi('File');

export const OrganisationLine = z
  .object({
    id: z.uuid(), kind: z.string(), name: z.string(), creditCode: z.string().nullable(), regionCode: z.string(), regionNameEn, verification: z.string(), createdAt: instant(),
  })
  .openapi('OrganisationLine');

export const OrganisationShape = OrganisationLine.extend({
  address: z.string(), contactName: z.string(), contactPhone: z.string(), verificationNote: z.string(), updatedAt: instant(),
}).openapi('Organisation');

export const TokenShape = z
  .object({
    name: z.string(), verbs: z.array(z.string()), perMinute: z.int(),
    grants: z.array(z.object({ role: z.string(), regionCode: z.string(), regionNameEn, organisationId: z.uuid().nullable() })),
  })
  .openapi('Token');
