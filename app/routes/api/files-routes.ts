import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import { organisationKinds, verifications } from '#app/domain/base/organisations/model.ts';
import { examples } from './examples.ts';
import { onceHeaders, operation, problems } from './operation.ts';
import { pageOf, Paging, region } from './shapes.ts';
import { FileShape, OrganisationLine, OrganisationShape } from './shapes-applications.ts';

const one = { params: z.object({ id: z.string().max(60) }) };

/** 附件和机构接口的地址. A file comes as it is, not as a form. */
const described = operation(
  '/v1/files',
  {
    method: 'post', id: 'uploadFile', tag: 'files', verb: 'application.fill', summary: 'Upload one file: PDF, JPG, PNG or WebP, up to 20 MB',
    about: 'The body is the file itself. What it is is told by its content, never by its name. Larger or on a bad line: the resumable protocol (tus 1.0.0) at /files/uploads takes the same token and answers with X-File-Id at the end.',
    refusals: [413, 415, 422],
  },
  [201, FileShape],
  { query: z.object({ name: z.string().min(1).max(200).default('file') }), headers: onceHeaders },
);
export const uploadOne = createRoute({
  ...described,
  request: { ...described.request, body: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } as never } } } },
});
export const readFile = operation('/v1/files/{id}', { id: 'getFile', tag: 'files', verb: 'application.fill', summary: 'A file that this token uploaded' }, [200, FileShape], one);

const download = { content: { 'application/octet-stream': { schema: { type: 'string' as const, format: 'binary' } as never } }, description: 'The file, whole or the range asked for' };
const contentOf = (path: string, id: string, summary: string, about: string, params: z.ZodObject) =>
  ({
    method: 'get', path, operationId: id, tags: ['files'], summary, description: about, security: [{ token: [] }], request: { params },
    responses: { 200: download, ...problems(401, 403, 404, 429, 500) },
  }) satisfies RouteConfig;
const idOf = (example: string) => z.string().max(60).openapi({ example });
export const contentPaths = [
  contentOf('/v1/files/{id}/content', 'getFileContent', 'The content of a file that this token uploaded', 'Needs a token with `application.fill`.', z.object({ id: idOf(examples.getFile.params.id) })),
  contentOf(
    '/v1/applications/{id}/papers/{fileId}', 'getPaperContent', 'The content of a paper of an application', 'Needs a token with `application.read`, or with `application.queue` for what was handed in.',
    z.object({ id: idOf(examples.getApplication.params.id), fileId: idOf(examples.getFile.params.id) }),
  ),
];

export const readOrganisations = operation(
  '/v1/organisations', { id: 'listOrganisations', tag: 'organisations', verb: 'organisation.list', summary: 'Organisations in the regions of the token, newest first' }, [200, pageOf(OrganisationLine)],
  { query: z.object({ region: region.optional(), kind: z.enum(organisationKinds).optional(), verification: z.enum(verifications).optional(), q: z.string().min(1).max(40).optional(), ...Paging }) },
);
export const readOrganisation = operation('/v1/organisations/{id}', { id: 'getOrganisation', tag: 'organisations', verb: 'organisation.list', summary: 'One organisation' }, [200, OrganisationShape], one);
