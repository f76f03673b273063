import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { DateField, TextField } from '#app/ui/light/text-field.tsx';

/** 孩子的三项: what an account needs and nothing more. */
export function ChildFields({ problem, known = {} }: { problem: Problem | undefined; known?: Record<string, string> }) {
  const { register: words, field } = useWords(familyWords);
  const value = (name: string) => (typeof problem?.given?.[name] === 'string' ? problem.given[name] : known[name]);
  const of = (name: 'name' | 'nickname' | 'birthday') => ({ id: name, label: words[name], words: field, required: true, error: problem?.fields?.[name]?.join(' '), defaultValue: value(name) });
  return (
    <>
      <TextField {...of('name')} hint={words.nameWhy} input={{ maxLength: 40, autoComplete: 'off' }} />
      <TextField {...of('nickname')} hint={words.nicknameWhy} input={{ maxLength: 12, autoComplete: 'off' }} />
      <DateField {...of('birthday')} />
    </>
  );
}

export const childFieldNames = (words: { name: string; nickname: string; birthday: string; relation: string }) => ({ name: words.name, nickname: words.nickname, birthday: words.birthday, relation: words.relation });
