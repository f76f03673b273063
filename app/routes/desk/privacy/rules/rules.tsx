import { Alert, Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { NoticeForm } from '#app/domain/children/identity/notice-form.ts';
import { currentNotice, listNotices } from '#app/domain/children/identity/notice.ts';
import { publishChildNotice } from '#app/domain/children/identity/publish-notice.ts';
import { reviewNotice } from '#app/domain/children/identity/review-notice.ts';
import { childRulesWords } from '#app/i18n/child-rules.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { recordsWords } from '#app/i18n/records.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useAnswered } from '#app/ui/desk/use-answered.ts';
import { NoticeFields } from './notice-fields.tsx';
import { NoticeReview } from './notice-review.tsx';
import type { Route } from './+types/rules.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allow(ctx, 'child-notice.publish', { regionCode: '*' });
    const { version, content } = await currentNotice(ctx);
    return { version, content, versions: await listNotices(ctx), isPublished: new URL(request.url).searchParams.has('published') };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, NoticeForm, async ({ deed, isSure, content, assessedBy }, given) => {
    const review = await reviewNotice(ctx, content);
    if (deed === 'review') return data({ review, given, refused: null as 'same' | 'unsure' | null });
    if (review.changes.length === 0 || !isSure) return data({ review, given, refused: (review.changes.length === 0 ? 'same' : 'unsure') as 'same' | 'unsure' | null }, 422);
    await publishChildNotice(ctx, content, assessedBy);
    return redirect('/desk/privacy/rules?published');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 写新版规则: on the version in force, with the differences and the consequences before anything is published. */
export default function ChildRules({ loaderData: { version, content, versions, isPublished }, actionData }: Route.ComponentProps) {
  const words = useWords(childRulesWords);
  const records = useWords(recordsWords);
  const locale = useLocale();
  const answered = useAnswered(actionData);
  const reviewed = answered && 'review' in answered ? answered : undefined;
  const refused = reviewed?.refused;
  const problem: Problem | undefined = reviewed ? { given: reviewed.given, ...('refusal' in reviewed ? { refusal: String(reviewed.refusal) } : {}) } : (answered as Problem | undefined);
  const names = Object.fromEntries((['zh', 'en'] as const).flatMap((side) => (['adult', 'child', 'contact'] as const).map((part) => [`${side}.${part}`, `${words.languages[side]} · ${words[part]}`])));
  return (
    <>
      <PageHead title={words.title} lead={words.lead} beside={words.now(version)} />
      {isPublished && !actionData ? <Alert type="success" showIcon role="status" style={{ marginBottom: 16 }} title={words.published(version)} /> : null}
      {refused ? <Alert type="error" showIcon role="alert" style={{ marginBottom: 16 }} title={words[refused]} /> : null}
      <ProblemAlert problem={problem} names={names} />
      <Form method="post" key={version}>
        {reviewed ? <NoticeReview review={reviewed.review} given={reviewed.given} /> : null}
        <NoticeFields content={content} problem={problem} />
        <div className="dform-act">
          <Button htmlType="submit" name="deed" value="review" type={reviewed ? 'default' : 'primary'}>{words.review}</Button>
          {reviewed && reviewed.review.changes.length > 0 ? <Button htmlType="submit" name="deed" value="publish" type="primary" danger>{words.publish}</Button> : null}
        </div>
      </Form>
      <Pane title={words.history}>
        <ul>{versions.map((one) => <li key={one.version}><b>{words.version(one.version)}</b> {words.by(one.isSystems ? records.system : one.publishedByName, shortTime(one.publishedAt, locale))} <a href={`/privacy/children?version=${one.version}`}>{words.see}</a> <small><code>{one.hash.slice(0, 16)}</code></small></li>)}</ul>
      </Pane>
    </>
  );
}
