import { z } from '@hono/zod-openapi';
import { statuses } from '#app/domain/pilot/applications/model.ts';
import { papers } from '#app/domain/pilot/calls/model.ts';
import { onceHeaders, operation } from './operation.ts';
import { pageOf, Paging, region } from './shapes.ts';
import { AnswersBody, ApplicationLine, ApplicationShape, DraftBody, QuestionsShape, ReceiptShape, StartedShape, SubmissionBody, TimelineShape, TokenShape, WithdrawnShape } from './shapes-applications.ts';

const one = { params: z.object({ id: z.string().max(60) }) };
const aPaper = { params: z.object({ id: z.string().max(60), paper: z.enum(papers), fileId: z.string().max(60) }), headers: onceHeaders };
const tag = 'applications' as const;

/** 申报接口的地址. */
export const readToken = operation('/v1/token', { id: 'getToken', tag: 'tokens', summary: 'What this token may do, and where', verb: 'any' }, [200, TokenShape]);

export const readQuestions = operation(
  '/v1/calls/{id}/questions', { id: 'getQuestions', tag: 'open data', summary: 'The questions of the form of a call, with what each answer must look like' }, [200, QuestionsShape], one,
);

export const readApplications = operation(
  '/v1/applications',
  {
    id: 'listApplications', tag, verb: 'application.read', summary: 'Applications, newest first',
    about: 'A government sees its own, drafts included. With `application.queue` the office sees what was handed in. The Link header names the next page.',
  },
  [200, pageOf(ApplicationLine)],
  { query: z.object({ region: region.optional(), state: z.enum(statuses).optional(), call: z.uuid().optional(), ...Paging }) },
);

export const startOne = operation(
  '/v1/applications',
  { method: 'post', id: 'startApplication', tag, verb: 'application.start', summary: 'Start a draft', about: 'What is known of the unit is filled in. One application for a unit in a call.', refusals: [409, 422] },
  [201, StartedShape], { body: DraftBody, headers: onceHeaders },
);

export const readApplication = operation('/v1/applications/{id}', { id: 'getApplication', tag, verb: 'application.read', summary: 'One application, whole' }, [200, ApplicationShape], one);

export const saveOne = operation(
  '/v1/applications/{id}/answers',
  {
    method: 'patch', id: 'saveAnswers', tag, verb: 'application.fill', summary: 'Save some answers, also those to a return',
    about: 'Send the ETag of the application as you read it in If-Match: when somebody has changed it since, nothing is saved (412). Answers are kept as they come; `missing` of the answer says what is not right yet.',
    refusals: [409, 412, 422, 428],
  },
  [200, ApplicationShape],
  { ...one, body: AnswersBody, headers: onceHeaders.extend({ 'if-match': z.string().max(200).optional() }) },
);

export const attachOne = operation(
  '/v1/applications/{id}/papers/{paper}/{fileId}',
  { method: 'put', id: 'attachPaper', tag, verb: 'application.fill', summary: 'Put an uploaded file into the application', refusals: [409, 422] }, [200, ApplicationShape], aPaper,
);

export const removeOne = operation(
  '/v1/applications/{id}/papers/{paper}/{fileId}',
  { method: 'delete', id: 'removePaper', tag, verb: 'application.fill', summary: 'Take a file out again', refusals: [409, 422] }, [200, ApplicationShape], aPaper,
);

export const submitOne = operation(
  '/v1/applications/{id}/submission',
  {
    method: 'post', id: 'submitApplication', tag, verb: 'application.submit', summary: 'Hand it in, also again after a return',
    about: 'What is handed in is frozen; the answer is the receipt. Asked again, it gives the same receipt.', refusals: [409, 422],
  },
  [201, ReceiptShape], { ...one, body: SubmissionBody, headers: onceHeaders },
);

export const readReceipt = operation('/v1/applications/{id}/receipt', { id: 'getReceipt', tag, verb: 'application.read', summary: 'The receipt that stands' }, [200, ReceiptShape], one);

export const withdrawOne = operation(
  '/v1/applications/{id}/withdrawal',
  { method: 'post', id: 'withdrawApplication', tag, verb: 'application.withdraw', summary: 'Withdraw it, until the last day of the call', refusals: [409, 422] },
  [200, WithdrawnShape], { ...one, headers: onceHeaders, body: z.object({ sure: z.literal('yes', 'sure-needed') }).openapi('Withdrawal') },
);

export const readTimeline = operation('/v1/applications/{id}/timeline', { id: 'getTimeline', tag, verb: 'application.read', summary: 'What happened to it, newest first' }, [200, TimelineShape], one);
