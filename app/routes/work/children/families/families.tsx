import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { decideAccess } from '#app/domain/children/identity/access-grants.ts';
import { familiesAtWork } from '#app/domain/children/identity/families-at-work.ts';
import { AccessDecision, CodeInput, RightAnswer, SlipInput } from '#app/domain/children/identity/input.ts';
import { issueCode, listCodes, revokeCode } from '#app/domain/children/identity/issue-code.ts';
import { issueSlip, revokeSlip } from '#app/domain/children/identity/issue-slip.ts';
import { answerRight } from '#app/domain/children/identity/rights.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { CodesPart } from './codes-part.tsx';
import { ChildrenPart, GrantsPart, RightsPart } from './families-parts.tsx';
import { SlipsPart } from './slips-part.tsx';
import type { Route } from './+types/families.ts';

const id = z.uuid();
const Deed = z.discriminatedUnion('deed', [
  SlipInput.extend({ deed: z.literal('slip') }),
  z.object({ deed: z.literal('revoke-slip'), id }),
  CodeInput.safeExtend({ deed: z.literal('code') }),
  z.object({ deed: z.literal('revoke-code'), id }),
  AccessDecision.extend({ deed: z.literal('decide'), id }),
  RightAnswer.extend({ deed: z.literal('answer'), id }),
]);

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const place = await workPlace(ctx, params.code);
    const [found, codes] = [await familiesAtWork(ctx, place.code), await listCodes(ctx, place.code)];
    const today = beijingDay(ctx.now);
    const day = (at: Date) => shortDay(beijingDay(at), ctx.locale);
    return {
      place, today, address: `${originOf(request)}/family/join`, news: new URL(request.url).searchParams.get('news') ?? '',
      slips: found.slips.map(({ id: slip, name, code, expiresAt, usedAt, isOpen }) => ({ id: slip, name, code, until: day(expiresAt), isUsed: usedAt !== null, isOpen })),
      codes: codes.map(({ id: code, code: words, layer, label, validFrom, validTo, uses, mostUses, revokedAt }) => ({ id: code, words, layer, label, validFrom, validTo, uses, mostUses, isOpen: !revokedAt && validTo >= today, isRevoked: revokedAt !== null })),
      children: found.children.map(({ id: child, number, basis, registeredAt, hasGuardian }) => ({ id: child, number, basis, since: day(registeredAt), mayHaveCard: basis === 'consent' && !hasGuardian })),
      grants: found.grants.map(({ id: grant, number, askedByName, reason, hours, isApproved, expiresAt, isMine }) => ({ id: grant, number, askedByName, reason, hours, isApproved, isMine, until: expiresAt && shortTime(expiresAt, ctx.locale) })),
      openings: found.openings.map(({ id: opening, number, openedByName, at }) => ({ id: opening, number, openedByName, at: shortTime(at, ctx.locale) })),
      requests: found.requests.map(({ id: request_, number, kind, words, dueOn, isGranted, answer: reply }) => ({ id: request_, number, kind, words, due: shortDay(dueOn, ctx.locale), isGranted, reply })),
      mayDecide: found.mayDecide, mayRegisterByDuty: found.mayRegisterByDuty,
    };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  const { code } = params;
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'slip') await issueSlip(ctx, code, input.name);
    else if (input.deed === 'revoke-slip') await revokeSlip(ctx, code, input.id);
    else if (input.deed === 'code') await issueCode(ctx, code, input);
    else if (input.deed === 'revoke-code') await revokeCode(ctx, code, input.id);
    else if (input.deed === 'decide') await decideAccess(ctx, code, input.id, input);
    else await answerRight(ctx, code, input.id, input);
    const news = { slip: 'slip', 'revoke-slip': 'slip-revoked', code: 'code', 'revoke-code': 'code-revoked', decide: 'decided', answer: 'answered' }[input.deed];
    return redirect(`/work/${code}/children/families?news=${news}`);
  });
}

/** 儿童与监护人 of a community: slips, codes, children by number, grants and requests. */
export default function FamiliesPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(familiesWords);
  const problem = actionData as Problem | undefined;
  const told = words.news[loaderData.news as keyof typeof words.news];
  return (
    <>
      <PageTitle title={`${words.children.title} · ${loaderData.place.name}`} />
      <ChildrenHead place={loaderData.place} here="families" lead={words.lead} />
      <div className="wrap body stacked families">
        {told ? <Callout kind="ok">{told}</Callout> : null}
        <Trouble problem={problem} names={{ name: words.slips.name, isChecked: words.slips.checked, layer: words.codes.layer, validFrom: words.codes.from, validTo: words.codes.to, mostUses: words.codes.most, note: words.grants.note, answer: words.rights.answer }} />
        <SlipsPart slips={loaderData.slips} address={loaderData.address} problem={problem} />
        <CodesPart codes={loaderData.codes} today={loaderData.today} problem={problem} />
        <ChildrenPart code={loaderData.place.code} rows={loaderData.children} mayRegisterByDuty={loaderData.mayRegisterByDuty} />
        <GrantsPart grants={loaderData.grants} openings={loaderData.openings} mayDecide={loaderData.mayDecide} />
        <RightsPart requests={loaderData.requests} />
      </div>
    </>
  );
}
