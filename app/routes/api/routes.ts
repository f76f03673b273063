import { z } from '@hono/zod-openapi';
import { levels, standings } from '#app/domain/pilot/certification/model.ts';
import { streams } from '#app/domain/base/rule-results/model.ts';
import { operation } from './operation.ts';
import { StatisticsShape } from './shapes-statistics.ts';
import { CallShape, CertificateShape, CertificateWholeShape, EditionLine, EditionShape, NoticeLineShape, NoticeShape, pageOf, Paging, PilotShape, region, RegionShape } from './shapes.ts';

/** 公开数据的地址: each with its parameters and its answer. */
const one = { params: z.object({ id: z.string().max(60) }) };
const tag = 'open data' as const;

export const readRegions = operation(
  '/v1/regions',
  { id: 'listRegions', tag, summary: 'Regions one level down (parent; none asks for the provinces), or found by name, pinyin or initials (q)' },
  [200, z.object({ items: z.array(RegionShape) })],
  { query: z.object({ parent: region.optional(), q: z.string().min(1).max(40).optional(), within: region.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }) },
);
export const readEditions = operation('/v1/standard', { id: 'listEditions', tag, summary: 'Published editions of the standard' }, [200, z.object({ items: z.array(EditionLine) })]);
export const readEdition = operation(
  '/v1/standard/{id}', { id: 'getEdition', tag, summary: 'One edition: principles, sections, norms, rules, figures and sources' }, [200, EditionShape], one,
);
export const readCalls = operation('/v1/calls', { id: 'listCalls', tag, summary: 'Published calls for pilots, newest first' }, [200, pageOf(CallShape)], { query: z.object(Paging) });
export const readNotices = operation('/v1/notices', { id: 'listNotices', tag, summary: 'Public notices, newest first' }, [200, pageOf(NoticeLineShape)], { query: z.object(Paging) });
export const readNotice = operation('/v1/notices/{id}', { id: 'getNotice', tag, summary: 'One notice with its list' }, [200, NoticeShape], one);
export const readPilots = operation(
  '/v1/pilots', { id: 'listPilots', tag, summary: 'Pilot communities, newest first' }, [200, pageOf(PilotShape)],
  { query: z.object({ ...Paging, region: region.optional(), q: z.string().min(1).max(40).optional() }) },
);
export const readCertificates = operation(
  '/v1/certificates', { id: 'listCertificates', tag, summary: 'Certificates, newest first, without those that another took the place of' }, [200, pageOf(CertificateShape)],
  { query: z.object({ ...Paging, region: region.optional(), level: z.enum(levels).optional(), standing: z.enum(standings).exclude(['replaced']).optional(), q: z.string().min(1).max(40).optional() }) },
);
export const readCertificate = operation(
  '/v1/certificates/{number}', { id: 'getCertificate', tag, summary: 'One certificate by its number, as the register knows it at this moment' }, [200, CertificateWholeShape],
  { params: z.object({ number: z.string().max(60) }) },
);
export const readStatistics = operation(
  '/v1/statistics',
  {
    id: 'getStatistics', tag, summary: 'Results of evaluation of one region and of those one level down',
    about: 'Without `region` the nation; without `year`, `stream` or `edition` the newest year, the stream and the edition of most communities. `definitions` says what each figure means, `dataVersion` up to which change they go.',
  },
  [200, StatisticsShape],
  { query: z.object({ region: region.optional(), year: z.coerce.number().int().min(2000).max(2100).optional(), stream: z.enum(streams).optional(), edition: z.string().max(60).optional() }) },
);
