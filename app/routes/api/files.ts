import type { OpenAPIHono } from '@hono/zod-openapi';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import type { StoredFile } from '#app/domain/base/files/read.ts';
import { serveFile } from '#app/domain/base/files/serve-file.ts';
import { uploadedFile, uploadFile } from '#app/domain/base/interfaces/upload-file.ts';
import { getOrganisation, listOrganisations } from '#app/domain/base/organisations/read.ts';
import type { Here } from '#app/server/who-asks.ts';
import { contentPaths, readFile, readOrganisation, readOrganisations, uploadOne } from './files-routes.ts';
import { withEnglish } from './in-english.ts';
import { nextLink } from './next-link.ts';
import { once } from './once.ts';
import { serve } from './serve.ts';
import { tagged } from './tag.ts';

const shown = ({ id, name, mediaType, size, sha256, pages, createdAt }: StoredFile) => ({ id, name, mediaType, size, sha256, pages, createdAt: createdAt.toISOString() });

/** 附件接口: simple uploads and downloads. */
export function addFiles(api: OpenAPIHono<Here>) {
  serve(api, uploadOne, async (c) => {
    allowAnywhere(c.get('ctx'), 'application.fill'); // before twenty megabytes are read
    const content = Buffer.from(await c.req.arrayBuffer());
    const { name } = c.req.valid('query');
    return once(c, async (ctx) => {
      const file = await uploadFile(ctx, { name, content });
      return { status: 201, value: shown(file), headers: { Location: `/api/v1/files/${file.id}` } };
    }, content);
  });
  serve(api, readFile, async (c) => tagged(c, JSON.stringify(shown(await uploadedFile(c.get('ctx'), c.req.valid('param').id)))));
  api.get('/v1/files/:id/content', async (c) => serveFile(await uploadedFile(c.get('ctx'), c.req.param('id')), c.req.raw));
  for (const path of contentPaths) api.openAPIRegistry.registerPath(path);
}

/** 机构接口. */
export function addOrganisations(api: OpenAPIHono<Here>) {
  serve(api, readOrganisations, async (c) => {
    const ctx = c.get('ctx');
    allowAnywhere(ctx, 'organisation.list');
    const { cursor, limit, ...asked } = c.req.valid('query');
    const { rows, next = null } = await listOrganisations(ctx, { ...asked, after: cursor }, limit);
    return tagged(c, JSON.stringify(await withEnglish(ctx, { items: rows, next })), nextLink(c, next));
  });

  serve(api, readOrganisation, async (c) => {
    const ctx = c.get('ctx');
    allowAnywhere(ctx, 'organisation.list');
    const { id, kind, name, creditCode, regionCode, verification, createdAt, address, contactName, contactPhone, verificationNote, updatedAt } = await getOrganisation(ctx, c.req.valid('param').id);
    return tagged(c, JSON.stringify(await withEnglish(ctx, { id, kind, name, creditCode, regionCode, verification, createdAt, address, contactName, contactPhone, verificationNote, updatedAt })));
  });
}
