import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { WordsInput } from '#app/domain/children/moderation/input.ts';
import { publishWords, wordList, wordListVersions } from '#app/domain/children/moderation/word-list.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/moderation-words.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const versions = await wordListVersions(ctx);
    const { version, words } = await wordList(ctx);
    return { versions, version, many: words.length, lines: words.map(({ word, category, severity }) => `${word}｜${category}｜${severity}`).join('\n'), isPublished: new URL(request.url).searchParams.has('published') };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, WordsInput, async (input) => {
    await publishWords(ctx, input);
    return redirect('/desk/moderation-words?published');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 敏感词表: the list as it stands, a line each; publishing makes its next version. */
export default function ModerationWordsPage({ loaderData: { versions, version, many, lines, isPublished }, actionData: problem }: Route.ComponentProps) {
  const { words } = useWords(moderationWords);
  const locale = useLocale();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} beside={version === 0 ? words.first : words.version(version)} />
      {isPublished && !problem ? <Alert type="success" showIcon style={{ marginBottom: 16 }} title={words.published} /> : null}
      <ProblemAlert problem={problem} names={{ words: words.list, note: words.note }} />
      <div className="split">
        <Pane title={words.list} note={words.many(many)}>
          <Form method="post" key={version}>
            <input type="hidden" name="basedOn" value={version} />
            <LongField name="words" label={words.list} hint={`${words.categoryKey} · ${words.severityKey}`} rows={18} known={lines} problem={problem} />
            <TextField name="note" label={words.note} maxLength={200} problem={problem} />
            <Button type="primary" htmlType="submit">{words.publish}</Button>
          </Form>
        </Pane>
        <Pane title={words.versions}>
          {versions.length === 0 ? <p>{words.first}</p> : (
            <ul>
              {versions.map((one) => <li key={one.version}><b>{words.version(one.version)}</b> {one.note} · {one.publishedByName} · <span className="num">{shortTime(one.publishedAt, locale)}</span></li>)}
            </ul>
          )}
        </Pane>
      </div>
    </>
  );
}
