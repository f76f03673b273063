import { privacyWords } from '#app/i18n/privacy.ts';
import { useWords } from '#app/i18n/pair.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';

/** 年度合规报告. */
export default function ComplianceReport() {
  const words = useWords(privacyWords);
  return <PageHead title={words.tabs.report} />;
}
