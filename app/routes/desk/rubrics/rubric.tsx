import { data, redirect } from 'react-router';
import { z } from 'zod';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { discardRubric } from '#app/domain/pilot/rubrics/draft.ts';
import { editRubric } from '#app/domain/pilot/rubrics/edit-rubric.ts';
import { RubricDeed, RubricInput } from '#app/domain/pilot/rubrics/input.ts';
import { publishRubric } from '#app/domain/pilot/rubrics/publish-rubric.ts';
import { rubricAtDesk } from '#app/domain/pilot/rubrics/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { longDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { RubricChanges } from './rubric-changes.tsx';
import { RubricForm } from './rubric-form.tsx';
import { RubricParts } from './rubric-parts.tsx';
import type { Route } from './+types/rubric.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({
    ...(await rubricAtDesk(ctx, params.id)), canEdit: may(ctx.actor, 'rubric.edit', { regionCode: '*' }), lines: await historyOf(ctx, params.id, 'own-page'),
  }));
}

/** The form of the draft says that it saves; the buttons above say what else is done. */
const Deed = z.looseObject({ deed: z.enum(['save', ...RubricDeed.shape.deed.options]) }).transform(({ deed, ...rest }, issues) => {
  if (deed !== 'save') return { deed };
  const parsed = RubricInput.safeParse(rest);
  if (parsed.success) return { deed, input: parsed.data };
  for (const issue of parsed.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
  return z.NEVER;
});

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (asked) => {
    if (asked.deed === 'save') {
      await editRubric(ctx, params.id, asked.input);
      return data({ isSaved: true });
    }
    await (asked.deed === 'publish' ? publishRubric : discardRubric)(ctx, params.id);
    return redirect(asked.deed === 'publish' ? `/desk/rubrics/${params.id}` : '/desk/rubrics');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Rubric({ loaderData, actionData }: Route.ComponentProps) {
  const { rubric, edition, rules, earlier, changes, canEdit, lines } = loaderData;
  const words = useWords(rubricsWords);
  const locale = useLocale();
  const isDraft = rubric.state === 'draft';
  const isSaved = actionData !== undefined && 'isSaved' in actionData;
  const problem = actionData && !('isSaved' in actionData) ? actionData : undefined;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/rubrics' }]}
        title={locale === 'en' ? rubric.en : rubric.zh}
        lead={`${inLanguage(edition, locale)} · ${words.itemLevels[rubric.content.level]} · ${words.columns.effectiveFrom} ${longDay(rubric.effectiveFrom, locale)}`}
        beside={<StatusTag tone={isDraft ? 'now' : 'good'}>{words.states[rubric.state]}</StatusTag>}
        actions={
          canEdit && (isDraft ? (
            <>
              <ConfirmButton label={words.discard} question={words.discardAsk} fields={{ deed: 'discard' }} />
              <ConfirmButton label={words.publish} question={words.publishAsk} fields={{ deed: 'publish' }} danger={false} type="primary" />
            </>
          ) : (
            <ButtonLink to={`/desk/rubrics/new?from=${rubric.id}`}>{words.draftFrom}</ButtonLink>
          ))
        }
      />
      <ProblemAlert problem={problem} names={words.fields} />
      <div className="split rubric">
        {canEdit && isDraft ? <RubricForm key={rubric.revision} rubric={rubric} rules={rules} problem={problem} isSaved={isSaved} /> : <RubricParts rubric={rubric} />}
        <div>
          {earlier ? <RubricChanges earlier={earlier} changes={changes} /> : <Pane><p className="note">{words.comparedNone}</p></Pane>}
          <Pane title={words.history}><History lines={lines} /></Pane>
        </div>
      </div>
    </>
  );
}
