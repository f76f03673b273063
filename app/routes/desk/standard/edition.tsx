import { redirect } from 'react-router';
import { historyOf } from '#app/domain/base/records/read.ts';
import { editionAtDesk } from '#app/domain/base/standard/at-desk.ts';
import { EditionDeed } from '#app/domain/base/standard/input.ts';
import { inLanguage, sizeOf } from '#app/domain/base/standard/model.ts';
import { discardEdition, publishEdition } from '#app/domain/base/standard/publish-edition.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { DifferenceTable } from './difference.tsx';
import type { Route } from './+types/edition.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { edition, current, difference } = await editionAtDesk(ctx, params.id);
    return {
      edition: { id: edition.id, zh: edition.zh, en: edition.en, note: edition.note, state: edition.state, size: sizeOf(edition) },
      current,
      difference,
      lines: await historyOf(ctx, edition.id, 'own-page'),
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, EditionDeed, async ({ deed }) => {
    if (deed === 'publish') await publishEdition(ctx, params.id);
    else await discardEdition(ctx, params.id);
    return redirect(deed === 'publish' ? `/desk/standard/${params.id}` : '/desk/standard');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function EditionPage({ loaderData: { edition, current, difference, lines }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(standardWords);
  const { desk } = words;
  const past = useWords(timeMachineWords);
  const locale = useLocale();
  const isDraft = edition.state === 'draft';
  return (
    <>
      <PageHead
        title={inLanguage(edition, locale)}
        lead={words.lead(edition.size)}
        crumbs={[{ label: desk.title, to: '/desk/standard' }]}
        beside={<StatusTag tone={isDraft ? 'now' : 'good'}>{isDraft ? desk.draft : desk.published}</StatusTag>}
        actions={
          isDraft ? (
            <>
              <ButtonLink to={`/desk/standard/${edition.id}/preview`}>{past.preview.link}</ButtonLink>
              <ConfirmButton label={desk.discard} question={desk.discardAsk} fields={{ deed: 'discard' }} />
              <ConfirmButton label={desk.publish} question={desk.publishAsk} fields={{ deed: 'publish' }} danger={false} type="primary" />
            </>
          ) : (
            <a href={edition.id === current.id ? '/standard' : `/standard?edition=${edition.id}`}>{desk.read}</a>
          )
        }
      />
      <ProblemAlert problem={problem} />
      <Pane>
        <p>{inLanguage(edition.note, locale)}</p>
      </Pane>
      {edition.id === current.id ? null : <DifferenceTable difference={difference} currentName={inLanguage(current, locale)} />}
      <Pane>
        <History lines={lines} />
      </Pane>
    </>
  );
}
