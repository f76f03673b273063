import type { OpenAPIHono } from '@hono/zod-openapi';
import { attachPaper, removePaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { openPaper } from '#app/domain/pilot/applications/open-paper.ts';
import { applicationsAsJson } from '#app/domain/pilot/applications/page-as-json.ts';
import { applicationHistory } from '#app/domain/pilot/applications/read.ts';
import { standingReceipt } from '#app/domain/pilot/applications/receipts.ts';
import { saveUnchanged } from '#app/domain/pilot/applications/save-unchanged.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import { wholeApplication } from '#app/domain/pilot/applications/whole-application.ts';
import { withdrawApplication } from '#app/domain/pilot/applications/withdraw.ts';
import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { getCall } from '#app/domain/pilot/calls/read.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { eventSentence } from '#app/i18n/events.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Here } from '#app/server/who-asks.ts';
import { attachOne, readApplication, readApplications, readQuestions, readReceipt, readTimeline, readToken, removeOne, saveOne, startOne, submitOne, withdrawOne } from './applications-routes.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { once } from './once.ts';
import { serve } from './serve.ts';
import { readBefore, tagged } from './tag.ts';

type Api = OpenAPIHono<Here>;

/** 申报接口: for the systems of governments and of the office; each address calls the verb that the pages call. */
export function addApplications(api: Api) {
  serve(api, readToken, async (c) => {
    const { actor } = c.get('ctx');
    if (!actor.token) throw new Refusal('sign-in-needed', 401);
    const { verbs, perMinute } = actor.token;
    const grants = actor.grants.map(({ role, regionCode, organisationId }) => ({ role, regionCode, organisationId }));
    return tagged(c, JSON.stringify(await withEnglish(c.get('ctx'), { name: actor.name, verbs, perMinute, grants })));
  });

  serve(api, readQuestions, async (c) => {
    const { questionSetId } = await getCall(c.get('ctx'), c.req.valid('param').id);
    const { id, version, title, sections } = await getQuestionSet(c.get('ctx'), questionSetId);
    return tagged(c, JSON.stringify({ id, version, title, sections }));
  });

  serve(api, readApplications, async (c) => {
    const { region, state, call, cursor, limit } = c.req.valid('query');
    const { items, next } = await applicationsAsJson(c.get('ctx'), { region, state, callId: call, after: cursor }, limit);
    return tagged(c, `{"items":${items},"next":${JSON.stringify(next)}}`, nextLink(c, next));
  });

  serve(api, startOne, (c) => {
    const { callId, regionCode, applicantCode } = c.req.valid('json');
    return once(c, async (ctx) => {
      const value = await startDraft(ctx, { callId, regionCode, applicantCode });
      return { status: 201, value, headers: { Location: `/api/v1/applications/${value.id}` } };
    });
  });

  serve(api, readApplication, async (c) => tagged(c, JSON.stringify((await wholeApplication(c.get('ctx'), c.req.valid('param').id)).whole)));

  serve(api, saveOne, (c) => {
    const isWhatWasRead = readBefore(c);
    const { answers } = c.req.valid('json');
    return once(c, async (ctx) => {
      const value = await saveUnchanged(ctx, c.req.valid('param').id, answers, (whole) => isWhatWasRead(JSON.stringify(whole)));
      return { status: 200, value, isTagged: true };
    });
  });

  for (const [route, change] of [[attachOne, attachPaper], [removeOne, removePaper]] as const) {
    serve(api, route, (c) => {
      const { id, paper, fileId } = c.req.valid('param');
      return once(c, async (ctx) => {
        await change(ctx, id, { paper, fileId });
        return { status: 200, value: (await wholeApplication(ctx, id)).whole, isTagged: true };
      });
    });
  }

  serve(api, submitOne, (c) => {
    const { id } = c.req.valid('param');
    const input = c.req.valid('json');
    return once(c, async (ctx) => ({ status: 201, value: await submitApplication(ctx, id, input), headers: { Location: `/api/v1/applications/${id}/receipt` } }));
  });

  serve(api, readReceipt, async (c) => {
    allowAnywhere(c.get('ctx'), 'application.read');
    return tagged(c, JSON.stringify(await standingReceipt(c.get('ctx'), c.req.valid('param').id)));
  });

  serve(api, withdrawOne, (c) => {
    const { id } = c.req.valid('param');
    return once(c, async (ctx) => {
      await withdrawApplication(ctx, id);
      return { status: 200, value: { id, state: 'draft' } };
    });
  });

  serve(api, readTimeline, async (c) => {
    const ctx = c.get('ctx');
    allowAnywhere(ctx, 'application.read');
    const history = await applicationHistory(ctx, c.req.valid('param').id);
    const items = history.map(({ at, event, actorName }) => ({ at: at.toISOString(), event, text: eventSentence(event, ctx.locale), by: actorName }));
    return tagged(c, JSON.stringify({ items }));
  });

  api.get('/v1/applications/:id/papers/:fileId', async (c) => serveFile(await openPaper(c.get('ctx'), c.req.param('id'), c.req.param('fileId')), c.req.raw));
}
