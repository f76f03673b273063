import { redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { addAgent } from '#app/domain/base/organisations/add-agent.ts';
import { endAgent } from '#app/domain/base/organisations/end-agent.ts';
import { OrganisationDeed } from '#app/domain/base/organisations/input.ts';
import { findPeople } from '#app/domain/base/organisations/find-people.ts';
import { getOrganisation, isAgent, listAgents } from '#app/domain/base/organisations/read.ts';
import { verifyOrganisation } from '#app/domain/base/organisations/verify.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query, searchInput } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { Agents } from './agents.tsx';
import { Verified } from './verified.tsx';
import type { Route } from './+types/organisation.ts';

const Asked = z.object({ who: searchInput });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { who = '' } = query(request, Asked);
  return show(async () => {
    const organisation = await getOrganisation(ctx, params.id);
    const mayVerify = may(ctx.actor, 'organisation.verify', organisation);
    const mayAppoint = mayVerify || (await isAgent(ctx, params.id));
    return {
      organisation,
      place: (await regionPath(ctx, organisation.regionCode)).map((step) => step.name).join(' '),
      agents: await listAgents(ctx, params.id),
      history: await historyOf(ctx, params.id, 'own-page'),
      mayVerify,
      mayAppoint,
      who,
      people: mayAppoint && who.length > 1 ? await findPeople(ctx, organisation, who) : [],
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, OrganisationDeed, async (input) => {
    if (input.deed === 'verify') await verifyOrganisation(ctx, params.id, { verdict: 'verified', revision: input.revision, note: input.note });
    else if (input.deed === 'reject') await verifyOrganisation(ctx, params.id, { verdict: 'rejected', revision: input.revision, note: input.note });
    else if (input.deed === 'add-agent') await addAgent(ctx, params.id, input);
    else await endAgent(ctx, params.id, input.userId);
    return redirect(`/desk/organisations/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一个机构: what it says of itself, who acts for it, what was decided. */
export default function OrganisationPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(organisationsWords);
  const { organisation, place, agents, history, mayVerify, mayAppoint, who, people } = loaderData;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/organisations' }, { label: organisation.name }]}
        title={organisation.name}
        beside={<Verified state={organisation.verification} />}
        actions={mayVerify && organisation.verification === 'unverified' && <Verdict revision={String(organisation.revision)} />}
      />
      <ProblemAlert problem={actionData} names={{ note: words.reason, login: words.find }} />
      <div className="split">
        <div>
          <Pane title={words.facts}>
            <Facts
              items={[
                { name: words.kind, value: words.kinds[organisation.kind] },
                { name: words.creditCode, value: organisation.creditCode ?? words.cell },
                { name: words.regionCode, value: place },
                { name: words.address, value: organisation.address || words.cell },
                { name: words.contactName, value: organisation.contactName },
                { name: words.contactPhone, value: organisation.contactPhone },
                { name: words.registered, value: beijingDay(new Date(organisation.createdAt)) },
                { name: words.verifiedAt, value: organisation.verifiedAt ? beijingTime(organisation.verifiedAt) : words.cell },
                { name: words.note, value: organisation.verificationNote || words.cell },
              ]}
            />
          </Pane>
          <Agents agents={agents} mayAppoint={mayAppoint} who={who} people={people} />
        </div>
        <Pane title={words.history}>
          <History lines={history} />
        </Pane>
      </div>
    </>
  );
}

function Verdict({ revision }: { revision: string }) {
  const words = useWords(organisationsWords);
  return (
    <>
      <ConfirmButton label={words.reject} question={words.rejectAsk} fields={{ deed: 'reject', revision }}>
        <LongField name="note" label={words.reason} hint={words.reasonHint} minLength={4} maxLength={500} />
      </ConfirmButton>
      <ConfirmButton label={words.verify} question={words.verifyAsk} fields={{ deed: 'verify', revision }} type="primary" danger={false}>
        <LongField name="note" id="verify-note" label={words.noteOptional} optional maxLength={500} />
      </ConfirmButton>
    </>
  );
}
