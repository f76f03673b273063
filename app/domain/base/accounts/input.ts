import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { isMobileNumber, isUsername, isWeakPassword, passwordLength, roles } from './model.ts';

const password = z.string().min(1).max(passwordLength.max);
const newPassword = password.refine((text) => !isWeakPassword(text), 'password-weak');
const username = z.string().trim().toLowerCase().refine(isUsername, 'username');
const email = z.email().toLowerCase().max(120);
const mobile = z.string().refine(isMobileNumber, 'mobile-number');
const place = z.string().refine((code) => code === '*' || isRegionCode(code), 'region-code');
/** A cascade in which nothing is chosen means the nation. */
const chosenPlace = z.preprocess((code) => (code === '' ? '*' : code), place);
const noneWhenEmpty = <S extends z.ZodType>(schema: S) => z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const SignIn = z.object({ login: z.string().trim().min(1).max(120), password });
export type SignIn = z.output<typeof SignIn>;

export const SecondStep = z.object({ code: z.string().trim().min(6).max(20) });
export type SecondStep = z.output<typeof SecondStep>;

export const SecondFactor = z.discriminatedUnion('step', [
  z.object({ step: z.literal('begin'), password }),
  z.object({ step: z.literal('confirm'), code: z.string().trim().min(6).max(20), secret: z.string().max(200), codes: z.string().max(500) }),
  z.object({ step: z.literal('off'), password }),
]);

export const EndSession = z.object({ session: z.string().min(1).max(64) });

const twice = { password: newPassword, again: z.string() };
const isSame = (input: { password: string; again: string }) => input.password === input.again;
const differs = { path: ['again'], message: 'password-differs' };

export const ChangePassword = z.object({ current: password, ...twice }).refine(isSame, differs);
export type ChangePassword = z.output<typeof ChangePassword>;

export const ChoosePassword = z.object(twice).refine(isSame, differs);
export type ChoosePassword = z.output<typeof ChoosePassword>;

export const AcceptInvitation = z
  .object({ username, ...twice })
  .refine(isSame, differs)
  .refine((input) => !isWeakPassword(input.password, input.username), { path: ['password'], message: 'password-weak' });
export type AcceptInvitation = z.output<typeof AcceptInvitation>;

export const FirstAdministrator = z
  .object({
    code: z.string().trim().min(1).max(40),
    name: z.string().trim().min(1).max(60),
    username,
    ...twice,
    securityAdmin: z.string().trim().min(1).max(60),
    auditAdmin: z.string().trim().min(1).max(60),
  })
  .refine(isSame, differs)
  .refine((input) => !isWeakPassword(input.password, input.username), { path: ['password'], message: 'password-weak' });
export type FirstAdministrator = z.output<typeof FirstAdministrator>;

export const Invite = z.object({
  name: z.string().trim().min(1).max(60),
  contact: z.union([email, mobile], 'contact'),
  role: z.enum(roles),
  regionCode: chosenPlace,
  organisationId: noneWhenEmpty(z.uuid()),
});
export type Invite = Omit<z.input<typeof Invite>, 'regionCode'> & { regionCode: string };

export const GrantRole = z.object({ role: z.enum(roles), regionCode: chosenPlace, organisationId: noneWhenEmpty(z.uuid()) });
export type GrantRole = z.output<typeof GrantRole>;

export const Reason = z.object({ reason: z.string().trim().min(2).max(500) });

export const NewPerson = z.object({
  name: z.string().trim().min(1).max(60),
  username,
  password: newPassword.optional(),
  email: email.optional(),
  phone: mobile.optional(),
  regionCode: place.optional(),
  grants: z.array(z.object({ role: z.enum(roles), regionCode: place, organisationId: z.uuid().nullish() })).default([]),
});
export type NewPerson = z.input<typeof NewPerson>;

const page = {
  role: z.enum(roles).optional().catch(undefined),
  region: z.string().refine(isRegionCode).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
};

export const AccountFilter = z.object({
  ...page,
  q: z.string().trim().max(60).optional().catch(undefined),
  state: z.enum(['active', 'disabled']).optional().catch(undefined),
});
export type AccountFilter = z.output<typeof AccountFilter>;

export const InvitationFilter = z.object({ ...page, state: z.enum(['waiting']).optional().catch(undefined) });
export type InvitationFilter = z.output<typeof InvitationFilter>;

const id = z.uuid();

/** 找机构: a name that was typed and not yet chosen from the list is looked up before anything else happens. */
const findFirst = (given: unknown) => {
  const { organisation, organisationId, find } = given as Record<string, unknown>;
  return organisation && (find || !organisationId) ? { step: 'find', organisation } : given;
};
const FindOrganisation = z.object({ step: z.literal('find'), organisation: z.string().trim().min(2).max(80) });

export const InvitationStep = z.preprocess(findFirst, z.discriminatedUnion('step', [
  FindOrganisation,
  Invite.extend({ step: z.literal('invite') }),
  z.object({ step: z.literal('revoke'), id }),
  z.object({ step: z.literal('confirm'), id }),
]));

export const AccountStep = z.preprocess(findFirst, z.discriminatedUnion('step', [
  FindOrganisation,
  GrantRole.extend({ step: z.literal('grant') }),
  z.object({ step: z.literal('revoke'), grant: id }),
  Reason.extend({ step: z.literal('disable') }),
  Reason.extend({ step: z.literal('reset') }),
  Reason.extend({ step: z.literal('password') }),
  z.object({ step: z.literal('enable') }),
  z.object({ step: z.literal('end') }),
]));
