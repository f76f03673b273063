import { Alert } from 'antd';
import { redirect } from 'react-router';
import { historyOf } from '#app/domain/base/records/read.ts';
import { confirmChange, undoChange } from '#app/domain/base/region-changes/confirm.ts';
import { ChangeDeed } from '#app/domain/base/region-changes/input.ts';
import { getChange } from '#app/domain/base/region-changes/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { regionChangesWords } from '#app/i18n/region-changes.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { Mixed } from '#app/ui/mixed.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { meaning } from './previewed.ts';
import { toneOf } from './tone.ts';
import { Touched } from './touched.tsx';
import type { Route } from './+types/change.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const change = await getChange(ctx, params.id);
    const isWaiting = change.state === 'proposed' || change.state === 'confirmed';
    return {
      change: { ...change, lines: change.lines.slice(0, 200) },
      isOwn: change.proposedBy === ctx.actor.id,
      seen: isWaiting ? { ...(await meaning(ctx, change.lines)), isGrave: change.isGrave } : undefined,
      history: await historyOf(ctx, params.id, 'own-page'),
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ChangeDeed, async ({ deed }) => {
    await (deed === 'confirm' ? confirmChange(ctx, params.id) : undoChange(ctx, params.id));
    return redirect(`/desk/region-changes/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一项区划变更: its lines, what it touches, and the second person's word. */
export default function ChangePage({ loaderData: { change, isOwn, seen, history }, actionData }: Route.ComponentProps) {
  const words = useWords(regionChangesWords);
  const isWaiting = seen !== undefined;
  return (
    <>
      <PageHead
        title={change.source}
        crumbs={[{ label: words.title, to: '/desk/region-changes' }]}
        beside={<StatusTag tone={toneOf(change)}>{words.states[change.state]}</StatusTag>}
        actions={
          isWaiting && (
            <>
              <ConfirmButton label={words.undo} question={words.undoAsk} fields={{ deed: 'undo' }} />
              {change.state === 'proposed' && !isOwn && <ConfirmButton label={words.confirm} question={words.confirmAsk} fields={{ deed: 'confirm' }} danger={false} type="primary" />}
            </>
          )
        }
      />
      <ProblemAlert problem={actionData} />
      {change.problem && <Alert type="error" showIcon style={{ marginBottom: 16 }} title={words.stuck} />}
      {change.state === 'proposed' && isOwn && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.grave} />}
      <Pane>
        <Facts
          items={[
            { name: words.effectiveOn, value: change.effectiveOn },
            { name: words.by, value: change.proposedByName },
            ...(change.confirmedByName ? [{ name: words.confirmedBy, value: change.confirmedByName }] : []),
            ...(change.appliedAt ? [{ name: words.appliedAt, value: beijingTime(change.appliedAt) }] : []),
          ]}
        />
      </Pane>
      <Pane title={words.lines}>
        <ul>
          {change.lines.map((line) => (
            <li key={`${line.fromCode} ${line.toCode}`}>
              <b>{words.kinds[line.kind]}</b> <Mixed>{words.line(`${line.fromCode} ${line.fromName}`, `${line.toCode} ${line.toName}`)}</Mixed>
            </li>
          ))}
        </ul>
      </Pane>
      {seen && <Touched seen={seen} />}
      <Pane>
        <History lines={history} />
      </Pane>
    </>
  );
}
