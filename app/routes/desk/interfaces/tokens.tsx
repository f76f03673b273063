import { redirect } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { RevokeDeed, TokenFilter } from '#app/domain/base/interfaces/input.ts';
import { revokeToken } from '#app/domain/base/interfaces/revoke-token.ts';
import { listTokens } from '#app/domain/base/interfaces/tokens.ts';
import { interfacesWords } from '#app/i18n/interfaces.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useTabs } from './parts.tsx';
import { asRow, useTokenColumns } from './token-columns.tsx';
import type { Route } from './+types/tokens.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const filter = TokenFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return show(async () => {
    const page = await listTokens(ctx, filter);
    return { filter, page: { ...page, rows: page.rows.map(asRow) }, mayManage: mayAnywhere(ctx.actor, 'interface.manage') };
  });
}

export function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { search } = new URL(request.url);
  return answer(ctx, request, RevokeDeed, async ({ id }) => {
    await revokeToken(ctx, id);
    return redirect(`/desk/tokens${search}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 令牌: of everybody in the administrator's region. */
export default function TokensPage({ loaderData: { filter, page, mayManage }, actionData }: Route.ComponentProps) {
  const { token: words, tabs } = useWords(interfacesWords);
  return (
    <>
      <PageHead title={tabs.tokens} lead={words.listLead} />
      <ProblemAlert problem={actionData as Problem | undefined} />
      <KeysetTable
        page={page}
        tabs={useTabs('tokens')}
        empty={{ text: words.listEmpty }}
        filters={<PickBox name="state" label={words.state} value={filter.state} options={[{ value: 'alive', label: words.states.alive }, { value: 'over', label: words.over }]} />}
        columns={useTokenColumns(mayManage, true)}
      />
    </>
  );
}
