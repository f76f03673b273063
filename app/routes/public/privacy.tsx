import { useWords } from '#app/i18n/pair.ts';
import { statementsWords } from '#app/i18n/statements.ts';
import { Statement } from './statement.tsx';

export default function PrivacyPage() {
  return <Statement words={useWords(statementsWords).privacy} />;
}
