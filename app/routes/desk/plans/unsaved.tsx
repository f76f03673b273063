import { Modal } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { useBlocker } from 'react-router';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 还没有保存: asks before a link inside leads away, and lets the browser ask before the page goes. */
export function Unsaved({ isDirty }: { isDirty: () => boolean }) {
  const words = useWords(cityActionWords).form;
  const dirtyNow = useEffectEvent(isDirty);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => isDirty() && currentLocation.pathname !== nextLocation.pathname);
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (dirtyNow()) event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, []);
  return (
    <Modal open={blocker.state === 'blocked'} title={words.unsaved} okText={words.leave} cancelText={words.stay} okButtonProps={{ danger: true }} onOk={() => blocker.proceed?.()} onCancel={() => blocker.reset?.()}>
      <p>{words.unsavedLong}</p>
    </Modal>
  );
}
