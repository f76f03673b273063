import { redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { ownPlace } from '#app/domain/children/compliance/read.ts';
import { PartnerInput } from '#app/domain/children/sharing/input.ts';
import { enterPartner } from '#app/domain/children/sharing/keep-partner.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { PartnerForm } from './partner-form.tsx';
import type { Route } from './+types/new-partner.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allowAnywhere(ctx, 'sharing.partner');
    return { path: await regionPath(ctx, ownPlace(ctx)) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PartnerInput, async (input) => redirect(`/desk/privacy/partners/${await enterPartner(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 登记合作方. */
export default function NewPartner({ loaderData: { path }, actionData: problem }: Route.ComponentProps) {
  const { partners: words } = useWords(sharingWords);
  return (
    <>
      <PageHead title={words.new} crumbs={[{ label: words.title, to: '/desk/privacy/partners' }]} />
      <ProblemAlert problem={problem} names={words.fields} />
      <Pane><PartnerForm path={path} problem={problem} /></Pane>
    </>
  );
}
