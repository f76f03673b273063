import { z } from '@hono/zod-openapi';
import { ageBands, tags } from '#app/domain/pilot/case-library/model.ts';
import { operation } from './operation.ts';
import { pageOf, Paging, region } from './shapes.ts';
import { AnnualReportShape, AnnualReportWholeShape, CaseShape, CaseWholeShape } from './shapes-library.ts';

/** 案例库和年度报告的地址. */
const tag = 'open data' as const;
const one = { params: z.object({ id: z.string().max(60) }) };

export const readCases = operation(
  '/v1/cases',
  { id: 'listCases', tag, summary: 'Cases of the library, newest first', about: 'Every filter is asked of the newest published version; `cost` is the most that may have been spent, in yuan.' },
  [200, pageOf(CaseShape)],
  {
    query: z.object({
      ...Paging, region: region.optional(), q: z.string().min(1).max(40).optional(), rule: z.string().regex(/^[A-Z]\d{1,2}\.\d{1,2}$/).optional(), section: z.string().regex(/^[A-Z]$/).optional(),
      tag: z.enum(tags).optional(), age: z.enum(ageBands).optional(), cost: z.coerce.number().int().min(0).optional(),
    }),
  },
);
export const readCase = operation('/v1/cases/{id}', { id: 'getCase', tag, summary: 'One case in its newest version, with all its versions and how to cite it' }, [200, CaseWholeShape], one);
export const readAnnualReports = operation(
  '/v1/annual-reports', { id: 'listAnnualReports', tag, summary: 'Published annual reports, made last first' }, [200, pageOf(AnnualReportShape)],
  { query: z.object({ ...Paging, region: z.union([z.literal('*'), region]).optional(), year: z.coerce.number().int().min(2017).max(2200).optional() }) },
);
export const readAnnualReport = operation(
  '/v1/annual-reports/{id}', { id: 'getAnnualReport', tag, summary: 'One annual report: its figures and results, each with the question that gave it' }, [200, AnnualReportWholeShape], one,
);
