import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';

export default function HomePage() {
  const words = useWords(siteWords);
  return <h1>{words.name}</h1>;
}
