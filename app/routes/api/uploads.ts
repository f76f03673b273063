import { type DataStore, MemoryLocker, Server } from '@tus/server';
import { Hono } from 'hono';
import { largestFile } from '#app/domain/base/files/model.ts';
import { asDiskRefusal } from '#app/domain/base/files/disk.ts';
import { openUploadStore } from '#app/domain/base/files/upload-store.ts';
import { fileIdOf, finishUpload, isOwnUpload, newUploadName, notTooMany } from '#app/domain/base/files/uploads.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Here } from '#app/server/who-asks.ts';

const path = '/files/uploads';
const methods = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'];

/** 上传: the resumable protocol (tus) under /files/uploads, for people who have signed in, each for their own uploads. */
export function uploadsOf() {
  const locker = new MemoryLocker();
  let store: DataStore | undefined;

  return new Hono<Here>().all('*', async (c) => {
    const ctx = c.get('ctx');
    if (ctx.actor.id === '') return problem(ctx, new Refusal('sign-in-needed', 401));
    if (!methods.includes(c.req.method) || c.req.header('x-http-method-override') || c.req.header('upload-concat')) return problem(ctx, new Refusal('not-found', 404));
    return serverFor(ctx, (store ??= await openUploadStore()), locker).handleWeb(c.req.raw);
  });
}

function serverFor(ctx: Ctx, datastore: DataStore, locker: MemoryLocker) {
  return new Server({
    path,
    datastore,
    locker,
    maxSize: largestFile,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => newUploadName(ctx),
    onIncomingRequest: async (_, id) => {
      if (id && !isOwnUpload(ctx, id)) throw asTus(ctx, new Refusal('file-not-found', 404));
    },
    onUploadCreate: async (_, upload) => {
      if (upload.size === undefined) throw asTus(ctx, new Refusal('file-empty', 400));
      try {
        await limit(ctx, `upload:${ctx.actor.id}`, 120, 3600);
        await notTooMany(ctx);
      } catch (error) {
        throw asTus(ctx, error);
      }
      return {};
    },
    onUploadFinish: async (_, upload) => {
      const file = await finishUpload(ctx, fileIdOf(upload.id)).catch((error: unknown) => {
        throw asTus(ctx, error);
      });
      return { headers: { 'X-File-Id': file.id } };
    },
    onResponseError: (_, error) => asAnswer(ctx, asDiskRefusal(error)),
  });
}

/** A refusal in the shape the upload library passes on; anything else stays a bug. */
function asTus(ctx: Ctx, error: unknown) {
  return asAnswer(ctx, error) ?? error;
}

function asAnswer(ctx: Ctx, error: unknown) {
  return error instanceof Refusal ? { status_code: error.status, body: refusalSentence(error.code, ctx.locale) } : undefined;
}

function problem(ctx: Ctx, refusal: Refusal): Response {
  return new Response(refusalSentence(refusal.code, ctx.locale), { status: refusal.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
