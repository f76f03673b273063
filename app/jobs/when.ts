import type { Ctx } from '#app/platform/ctx.ts';
import { tellAgents } from '#app/domain/base/inbox/tell-agents.ts';

/** 发生的事: one record, as the event's deeds see it. */
export type Happened = { recordId: string; event: string; subjectId: string; facts: Record<string, unknown>; at: string };

/** What follows an event: a deed with a name of its own, which may run again after a failure and must then do nothing twice. */
export type Deed = { event: string; job: string; run: (ctx: Ctx, happened: Happened) => Promise<string | void> };

/** 何时办何事: what follows which event. A room's consequence is one line here and calls one verb; its name has its words in `jobs` of the word files. */
export const when: readonly Deed[] = [
  { event: 'organisation.verified', job: 'tell-agents', run: (ctx, { subjectId, recordId }) => tellAgents(ctx, subjectId, recordId) },
  { event: 'organisation.rejected', job: 'tell-agents', run: (ctx, { subjectId, recordId }) => tellAgents(ctx, subjectId, recordId) },
];
