import { useEffect, useRef } from 'react';
import { searchWords } from '#app/i18n/search.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 页头的搜索框: one box over everything; the / key goes there. */
export function HeaderSearch() {
  const words = useWords(searchWords);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && (event.target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName));
      if (event.key !== '/' || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  return (
    <form className="find" action="/desk/search" role="search" aria-label={words.title}>
      <input ref={box} type="search" name="q" placeholder={words.placeholder} aria-label={words.placeholder} maxLength={60} />
    </form>
  );
}
