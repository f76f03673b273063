import { Button } from 'antd';
import { Form } from 'react-router';
import { canBeMeasured, isLower, type Level, type LevelContent, levels, measureKinds, type Standing } from '#app/domain/pilot/certification/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';

type Shown = { certificate: { level: Level; grade: string | null; standing: Standing }; settings: Record<Level, LevelContent>; problem: Problem | undefined };

/** 提出处置: its kind, what it would lower to, the grounds, and whether it can wait. */
export function ProposeMeasure({ certificate, settings, problem }: Shown) {
  const { desk } = useWords(certificationWords);
  const lower = lowerOnes(certificate, settings, useLocale() === 'en' ? 'en' : 'zh');
  const kinds = measureKinds.filter((kind) => canBeMeasured(certificate.standing, kind) && (kind !== 'downgrade' || lower.length > 0));
  return (
    <Form method="post">
      <h3>{desk.open}</h3>
      <input type="hidden" name="deed" value="open" />
      <SelectField name="kind" label={desk.kind} problem={problem} options={kinds.map((kind) => ({ value: kind, label: desk.kinds[kind] }))} />
      {lower.length > 0 && <SelectField name="to" label={desk.to} hint={desk.toHint} problem={problem} optional options={lower} />}
      <LongField name="grounds" label={desk.grounds} hint={desk.groundsHint} problem={problem} minLength={20} maxLength={2000} rows={5} />
      {certificate.standing === 'valid' && <SelectField name="isInterim" label={desk.interim} hint={desk.interimHint} problem={problem} optional options={[{ value: 'yes', label: desk.yes }]} />}
      <Button htmlType="submit" danger>{desk.open}</Button>
    </Form>
  );
}

/** Every level and grade below this one. */
function lowerOnes(from: { level: Level; grade: string | null }, settings: Record<Level, LevelContent>, lang: 'zh' | 'en') {
  return levels.flatMap((level) => {
    const { name, grades } = settings[level];
    const all = grades.length === 0 ? [{ id: null, zh: '', en: '' }] : grades;
    return all
      .filter(({ id }) => isLower(from, { level, grade: id }, grades))
      .map((grade) => ({ value: grade.id ? `${level}:${grade.id}` : level, label: grade.id ? `${name[lang]} · ${grade[lang]}` : name[lang] }));
  });
}
