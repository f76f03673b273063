import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { getCollection, saveCollection } from '#app/domain/pilot/case-library/collections.ts';
import { CollectionInput } from '#app/domain/pilot/case-library/input.ts';
import { listCases } from '#app/domain/pilot/case-library/read.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/collection.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allow(ctx, 'case.curate', { regionCode: '*' });
    const collection = params.id === 'new' ? null : await getCollection(ctx, params.id, { all: true });
    const { rows } = await listCases(ctx, {}, 200);
    const chosen = collection?.cases.map(({ id }) => id) ?? [];
    const place = (id: string) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
    return { collection, chosen, library: rows.toSorted((a, b) => place(a.id) - place(b.id)).map(({ id, number, content, community }) => ({ id, number, title: content.title, community })) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CollectionInput, async (input) => {
    await saveCollection(ctx, params.id === 'new' ? undefined : params.id, input);
    return redirect('/desk/case-collections');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 编辑专辑. */
export default function EditCollection({ loaderData: { collection, chosen, library }, actionData: problem }: Route.ComponentProps) {
  const { desk: words, title } = useWords(casesWords);
  return (
    <>
      <PageHead title={collection ? words.editCollection : words.newCollection} crumbs={[{ label: title, to: '/desk/cases' }, { label: words.collections, to: '/desk/case-collections' }]} />
      <ProblemAlert problem={problem} names={{ title: words.titleZh, titleEn: words.titleEn, intro: words.introZh, introEn: words.introEn }} />
      <Pane>
        <Form method="post" key={collection?.id ?? 'new'}>
          <TextField name="title" label={words.titleZh} problem={problem} known={collection?.title} maxLength={60} />
          <TextField name="titleEn" label={words.titleEn} problem={problem} known={collection?.titleEn} maxLength={160} />
          <LongField name="intro" label={words.introZh} problem={problem} known={collection?.intro} optional />
          <LongField name="introEn" label={words.introEn} problem={problem} known={collection?.introEn} optional />
          <fieldset>
            <legend>{words.cases}</legend>
            {library.map((one) => (
              <div key={one.id}><label><input type="checkbox" name="caseIds" value={one.id} defaultChecked={chosen.includes(one.id)} /> {one.title} <small>{one.number} · {one.community}</small></label></div>
            ))}
          </fieldset>
          <p><label><input type="checkbox" name="isShown" value="yes" defaultChecked={collection?.isShown} /> {words.show}</label></p>
          <Button type="primary" htmlType="submit">{words.save}</Button>
        </Form>
      </Pane>
    </>
  );
}
