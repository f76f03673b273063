import { z } from 'zod';
import { compareInvitations, notAccepted } from '#app/domain/base/accounts/compare-invitations.ts';
import { Invite } from '#app/domain/base/accounts/input.ts';
import { invite } from '#app/domain/base/accounts/invite.ts';
import { roles } from '#app/domain/base/accounts/model.ts';
import { revokeInvitation } from '#app/domain/base/accounts/revoke-invitation.ts';
import { type Kind, type Kinds, kindOf } from '#app/domain/base/imports/kind.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { compareOrganisations } from '#app/domain/base/organisations/compare-rows.ts';
import { editOrganisation } from '#app/domain/base/organisations/edit.ts';
import { OrganisationInput } from '#app/domain/base/organisations/input.ts';
import { organisationKinds } from '#app/domain/base/organisations/model.ts';
import { getOrganisation } from '#app/domain/base/organisations/read.ts';
import { registerOrganisation } from '#app/domain/base/organisations/register.ts';
import { takeBackOrganisation } from '#app/domain/base/organisations/take-back.ts';
import { decideExplained } from '#app/domain/pilot/panels/decide-explained.ts';
import { applicationOf, compareDecisions } from '#app/domain/pilot/review/compare-decisions.ts';
import { compareExperts } from '#app/domain/pilot/experts/compare-experts.ts';
import { editExpert, removeExpert, stillListed } from '#app/domain/pilot/experts/edit-expert.ts';
import { ExpertInput } from '#app/domain/pilot/experts/input.ts';
import { expertFields } from '#app/domain/pilot/experts/model.ts';
import { DecideInput } from '#app/domain/pilot/review/input.ts';
import { outcomes } from '#app/domain/pilot/review/model.ts';
import { registerExpert } from '#app/domain/pilot/experts/register-expert.ts';
import { accountsWords } from '#app/i18n/accounts.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { sheetsWords } from '#app/i18n/sheets.ts';
import { spacesImport } from './spaces.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 机构: registered by whoever imports them, or corrected where they act for them. */
const organisations = kindOf<OrganisationInput>({
  name: 'organisations',
  verb: 'organisation.import',
  columns: [
    { name: 'name', isRequired: true, width: 34, most: 80 },
    { name: 'kind', isRequired: true, width: 14, most: 40, choices: organisationKinds },
    { name: 'creditCode', isRequired: false, width: 22, most: 40 },
    { name: 'regionCode', isRequired: true, width: 16, most: 12 },
    { name: 'address', isRequired: false, width: 36, most: 200 },
    { name: 'contactName', isRequired: true, width: 12, most: 40 },
    { name: 'contactPhone', isRequired: true, width: 18, most: 30 },
  ],
  words: (locale) => ({ titles: sheetsWords[locale].imports.heads, notes: sheetsWords[locale].imports.notes, choices: { kind: organisationsWords[locale].kinds } }),
  input: OrganisationInput,
  judge: compareOrganisations,
  async apply(ctx, input, before) {
    if (!before) return { subjectId: await registerOrganisation(ctx, input) };
    await editOrganisation(ctx, before.subjectId, input);
    return before;
  },
  async undo(ctx, { subjectId, before }) {
    if (!before) return takeBackOrganisation(ctx, subjectId);
    const { revision, ...fields } = before;
    if ((await getOrganisation(ctx, subjectId)).revision !== Number(revision) + 1) throw new Refusal('import-built-on');
    return editOrganisation(ctx, subjectId, OrganisationInput.parse(fields));
  },
});

/** 专家: people who hold the expert role, put on the list or corrected there. */
const experts = kindOf<ExpertInput>({
  name: 'experts',
  verb: 'expert.register',
  columns: [
    { name: 'account', isRequired: true, width: 26, most: 120 },
    { name: 'fields', isRequired: true, width: 36, most: 200, choices: expertFields, isMany: true },
    { name: 'regionCode', isRequired: false, width: 16, most: 12 },
    { name: 'organisationName', isRequired: false, width: 34, most: 120 },
  ],
  words: (locale) => {
    const { heads, notes, regionNote } = sheetsWords[locale].imports;
    return { titles: heads, notes: { ...notes, regionCode: regionNote }, choices: { fields: reviewWords[locale].fields } };
  },
  input: ExpertInput,
  judge: compareExperts,
  async apply(ctx, input, before) {
    if (!before) return { subjectId: await registerExpert(ctx, input) };
    await editExpert(ctx, before.subjectId, input);
    return before;
  },
  async undo(ctx, { subjectId, before }, input) {
    if (!(await stillListed(ctx, subjectId, input))) throw new Refusal('import-built-on');
    return before ? editExpert(ctx, subjectId, ExpertInput.parse(before)) : removeExpert(ctx, subjectId);
  },
});

const Decided = DecideInput.extend({ number: z.string().trim().toUpperCase() });

/** 评审结果: decisions, each under all the rules of deciding; nothing takes a decision back. */
const decisions = kindOf<z.infer<typeof Decided>>({
  name: 'decisions',
  verb: 'review.decide',
  columns: [
    { name: 'number', isRequired: true, width: 18, most: 40 },
    { name: 'outcome', isRequired: true, width: 12, most: 40, choices: outcomes },
    { name: 'reason', isRequired: true, width: 70, most: 4000 },
  ],
  words: (locale) => ({ titles: sheetsWords[locale].imports.heads, notes: sheetsWords[locale].imports.notes, choices: { outcome: reviewWords[locale].outcomes } }),
  input: Decided,
  judge: compareDecisions,
  async apply(ctx, { number, outcome, reason }) {
    const subjectId = await applicationOf(ctx, number);
    await decideExplained(ctx, subjectId, { outcome, reason });
    return { subjectId };
  },
});

const invitedRoles = roles.filter((role) => role !== 'organisation-agent');
const Invited = z.object({ person: Invite.shape.name, contact: Invite.shape.contact, role: z.enum(invitedRoles), regionCode: Invite.shape.regionCode });

/** 人员邀请: one invitation a row; the links lie sealed until whoever imported them hands them over. */
const invitations = kindOf<z.output<typeof Invited>>({
  name: 'invitations',
  verb: 'account.invite',
  columns: [
    { name: 'person', isRequired: true, width: 14, most: 60 },
    { name: 'contact', isRequired: true, width: 28, most: 120 },
    { name: 'role', isRequired: true, width: 24, most: 60, choices: invitedRoles },
    { name: 'regionCode', isRequired: false, width: 16, most: 12 },
  ],
  words: (locale) => {
    const { heads, notes, regionNote } = sheetsWords[locale].imports;
    return { titles: heads, notes: { ...notes, regionCode: regionNote }, choices: { role: accountsWords[locale].roles } };
  },
  input: Invited,
  judge: compareInvitations,
  async apply(ctx, { person, ...wanted }) {
    const { id, token } = await invite(ctx, { ...wanted, name: person });
    return { subjectId: id, sealed: seal(token) };
  },
  async undo(ctx, { subjectId }) {
    await notAccepted(ctx, subjectId);
    await revokeInvitation(ctx, subjectId);
  },
});

/** 全部导入: every kind of sheet that can be brought. */
export const kinds: Kinds = { organisations, experts, decisions, invitations, spaces: spacesImport } satisfies Record<string, Kind>;
