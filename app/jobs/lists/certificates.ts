import { z } from 'zod';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { levels, standings } from '#app/domain/pilot/certification/model.ts';
import { listCertificates } from '#app/domain/pilot/certification/read.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of the page of certificates. */
export const AskedCertificates = z.object({
  q: searchInput, standing: z.enum([...standings, 'ending', 'waiting']).optional(), level: z.enum(levels).optional(), region: z.string().refine(isRegionCode).optional(),
});

type Certificate = Awaited<ReturnType<typeof listCertificates>>['rows'][number];

/** 证书名册. */
export const certificatesList = listOf<Certificate>({
  name: 'certificates',
  verb: 'certificate.read',
  page: '/desk/certificates',
  columns: (locale) => {
    const { facts, standings: states, desk } = certificationWords[locale];
    const say = (pair: { zh: string; en: string }) => (locale === 'en' ? pair.en : pair.zh);
    return [
      { title: facts.number, width: 20, cell: (row) => row.number },
      { title: facts.unit, width: 24, cell: (row) => row.content.unit },
      { title: facts.place, width: 34, cell: (row) => row.content.place.join(' ') },
      { title: facts.applicant, width: 24, cell: (row) => row.content.applicant },
      { title: desk.columns.level, width: 30, cell: (row) => (row.content.grade ? `${say(row.content.level)} ${say(row.content.grade)}` : say(row.content.level)) },
      { title: facts.since, width: 12, cell: (row) => row.issuedOn },
      { title: facts.until, width: 12, cell: (row) => row.validUntil },
      { title: facts.standing, width: 12, cell: (row) => states[row.standing] },
    ];
  },
  batches: (ctx, search) => {
    const asked = queryOf(searchOf(search), AskedCertificates);
    return pageByPage((after) => listCertificates(ctx, { ...asked, after }, 200));
  },
});
