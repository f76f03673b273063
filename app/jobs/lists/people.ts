import { z } from 'zod';
import { AccountFilter, InvitationFilter } from '#app/domain/base/accounts/input.ts';
import { listInvitations, type InvitationLine } from '#app/domain/base/accounts/invitations.ts';
import { type AccountLine, listAccounts } from '#app/domain/base/accounts/read.ts';
import { listOf, pageByPage, searchOf } from '#app/domain/base/exports/list.ts';
import { organisationKinds, verifications } from '#app/domain/base/organisations/model.ts';
import { listOrganisations } from '#app/domain/base/organisations/read.ts';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { regionPaths } from '#app/domain/base/regions/read.ts';
import { between } from '#app/domain/base/regions/name-in.ts';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import { expertFields, standings } from '#app/domain/pilot/experts/model.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { expertsWords } from '#app/i18n/experts.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { queryOf, searchInput } from '#app/platform/query.ts';

/** The filters of the page of organisations. */
export const AskedOrganisations = z.object({
  q: searchInput, kind: z.enum(organisationKinds).optional(), verification: z.enum(verifications).optional(), region: z.string().refine(isRegionCode).optional(),
});

type Organisation = Awaited<ReturnType<typeof listOrganisations>>['rows'][number] & { place: string };

/** 机构. */
export const organisationsList = listOf<Organisation>({
  name: 'organisations',
  verb: 'organisation.list',
  page: '/desk/organisations',
  columns: (locale) => {
    const { heads } = sheetsWords[locale];
    const { kinds, states } = organisationsWords[locale];
    return [
      { title: heads.name, width: 34, cell: (row) => row.name },
      { title: heads.creditCode, width: 22, cell: (row) => row.creditCode },
      { title: heads.kind, width: 14, cell: (row) => kinds[row.kind] },
      { title: heads.region, width: 30, cell: (row) => row.place },
      { title: heads.regionCode, width: 15, cell: (row) => row.regionCode },
      { title: heads.state, width: 12, cell: (row) => states[row.verification] },
      { title: heads.createdAt, width: 20, cell: (row) => beijingTime(row.createdAt) },
    ];
  },
  async *batches(ctx, search) {
    const asked = queryOf(searchOf(search), AskedOrganisations);
    for await (const rows of pageByPage((after) => listOrganisations(ctx, { ...asked, after }))) {
      const paths = await regionPaths(ctx, rows.map((row) => row.regionCode));
      yield rows.map((row) => ({ ...row, place: paths.get(row.regionCode)?.map((step) => step.name).join(between(ctx)) ?? '' }));
    }
  },
});

/** The filters of the page of experts. */
export const AskedExperts = z.object({ q: searchInput, field: z.enum(expertFields).optional(), standing: z.enum(standings).optional() });

type Expert = Awaited<ReturnType<typeof listExperts>>['rows'][number];

/** 专家. */
export const expertsList = listOf<Expert>({
  name: 'experts',
  verb: 'review.assign',
  page: '/desk/experts',
  columns: (locale) => {
    const { heads, nation } = sheetsWords[locale];
    const { fields } = reviewWords[locale];
    return [
      { title: heads.person, width: 14, cell: (row) => row.name },
      { title: heads.organisation, width: 30, cell: (row) => row.organisationName },
      { title: heads.fields, width: 30, cell: (row) => row.fields.map((field) => fields[field]).join(locale === 'en' ? ', ' : '、') },
      { title: heads.region, width: 18, cell: (row) => row.regionName ?? nation },
      { title: heads.load, width: 12, cell: (row) => row.load },
      { title: heads.state, width: 12, cell: (row) => expertsWords[locale].standings[row.standing] },
    ];
  },
  batches: (ctx, search) => {
    const { q, field, standing } = queryOf(searchOf(search), AskedExperts);
    return pageByPage((after) => listExperts(ctx, { query: q, field, standing, after }));
  },
});

/** 账号. */
export const accountsList = listOf<AccountLine>({
  name: 'accounts',
  verb: 'account.list',
  page: '/desk/accounts',
  columns: (locale) => {
    const { heads, nation, yes, no } = sheetsWords[locale];
    const { accounts, roles } = accountsWords[locale];
    return [
      { title: heads.person, width: 14, cell: (row) => row.name },
      { title: heads.username, width: 18, cell: (row) => row.username },
      { title: heads.roles, width: 44, cell: (row) => row.held.map((grant) => `${roles[grant.role]} · ${grant.region || nation}`).join('\n') },
      { title: heads.factor, width: 12, cell: (row) => (row.hasSecondFactor ? yes : no) },
      { title: heads.createdAt, width: 20, cell: (row) => beijingTime(row.createdAt) },
      { title: heads.state, width: 10, cell: (row) => (row.isDisabled ? accounts.disabled : accounts.active) },
    ];
  },
  batches: (ctx, search) => {
    const asked = AccountFilter.parse(searchOf(search));
    return pageByPage((after) => listAccounts(ctx, { ...asked, after }));
  },
});

/** 邀请. */
export const invitationsList = listOf<InvitationLine>({
  name: 'invitations',
  verb: 'account.list',
  page: '/desk/invitations',
  columns: (locale) => {
    const { heads, nation } = sheetsWords[locale];
    const { states, roles } = accountsWords[locale];
    return [
      { title: heads.person, width: 14, cell: (row) => row.name },
      { title: heads.contact, width: 26, cell: (row) => row.contact },
      { title: heads.role, width: 20, cell: (row) => roles[row.role] },
      { title: heads.region, width: 24, cell: (row) => row.region || nation },
      { title: heads.by, width: 14, cell: (row) => row.by },
      { title: heads.at, width: 20, cell: (row) => beijingTime(row.createdAt) },
      { title: heads.until, width: 20, cell: (row) => beijingTime(row.expiresAt) },
      { title: heads.state, width: 16, cell: (row) => states[row.state] },
    ];
  },
  batches: (ctx, search) => {
    const asked = InvitationFilter.parse(searchOf(search));
    return pageByPage((after) => listInvitations(ctx, { ...asked, after }));
  },
});
