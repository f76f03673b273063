import { Button, Card } from 'antd';
import { Form } from 'react-router';
import type { Wave } from '#app/domain/children/surveys/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { DeskSurveys } from './surveys.tsx';

type Props = { page: DeskSurveys; problem: Problem | undefined };
const useSaid = () => {
  const locale = useLocale();
  return (one: { zh: string; en: string }) => (locale === 'en' && one.en) || one.zh;
};

/** 开始统一调查: which survey, when, over which communities. */
export function CampaignForm({ page, problem, waves }: Props & { waves: readonly Wave[] }) {
  const all = useWords(surveysWords);
  const { campaign: words, round } = all;
  const said = useSaid();
  const ready = page.surveys.filter(({ version }) => version > 0);
  if (ready.length === 0) return null;
  return (
    <Card title={words.start} className="apart">
      <Form method="post">
        <SelectField name="surveyId" label={words.survey} problem={problem} options={ready.map(({ id, title, version }) => ({ value: id, label: `${said(title)} · ${all.list.version(version)}` }))} />
        <TextField name="title" label={round.title} problem={problem} />
        <SelectField name="wave" label={round.wave} hint={round.waveHint} problem={problem} options={waves.map((value) => ({ value, label: all.waves[value] }))} />
        <TextField name="opensOn" label={round.opensOn} problem={problem} type="date" known={page.today} />
        <TextField name="closesOn" label={round.closesOn} problem={problem} type="date" known={page.until} />
        <TextField name="invited" label={round.invited} hint={round.invitedHint} problem={problem} inputMode="numeric" />
        <LongField name="places" label={words.places} hint={words.placesHint} optional problem={problem} />
        <Button type="primary" htmlType="submit" name="go" value="start">{words.go}</Button>
      </Form>
    </Card>
  );
}

/** 问卷 of the region, those with something unpublished to be published. */
export function PublishForm({ page }: { page: DeskSurveys }) {
  const all = useWords(surveysWords);
  const { campaign: words } = all;
  const said = useSaid();
  return (
    <Card title={words.surveys} className="apart">
      {page.surveys.length === 0 ? <p>{words.empty}</p> : null}
      <ul>
        {page.surveys.map((survey) => (
          <li key={survey.id}>
            <Form method="post">
              <input type="hidden" name="surveyId" value={survey.id} /><input type="hidden" name="edition" value={survey.edition} />
              {said(survey.title)} · {all.audiences[survey.audience]} {survey.version > 0 ? <StatusTag tone="good">{all.list.version(survey.version)}</StatusTag> : null}{' '}
              {survey.isChanged ? <Button htmlType="submit" size="small" name="go" value="publish" aria-label={`${words.publish} ${said(survey.title)}`}>{words.publish}</Button> : null}
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 新建: a copy of an instrument, or a file. */
export function StartForm({ page, problem }: Props) {
  const all = useWords(surveysWords);
  const { list: words } = all;
  const said = useSaid();
  return (
    <Card title={words.start} className="apart">
      <Form method="post">
        <SelectField id="copy-from" name="from" label={words.from} problem={problem} options={[...page.sources.map(({ id, title }) => ({ value: id, label: words.instrument(said(title)) })), ...page.surveys.map(({ id, title }) => ({ value: id, label: said(title) }))]} />
        <TextField id="copy-title" name="title" label={words.name} hint={words.nameHint} optional problem={undefined} />
        <Button htmlType="submit" name="go" value="copy">{words.make}</Button>
      </Form>
      <Form method="post">
        <LongField name="file" label={words.file} hint={words.fileHint} problem={problem} />
        <Button htmlType="submit" name="go" value="import">{words.doImport}</Button>
      </Form>
    </Card>
  );
}
