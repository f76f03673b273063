import type { ReactNode } from 'react';
import { Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { Form } from 'react-router';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 再问一次: a step that cannot be undone asks once, then posts its fields; `children` are further fields to fill in. */
export function ConfirmButton({ label, question, fields = {}, children, danger = true, type = 'default', action, size = 'middle', disabled = false }: {
  label: string; question: string; fields?: Record<string, string>; children?: ReactNode; danger?: boolean;
  type?: 'default' | 'primary' | 'link'; action?: string; size?: 'small' | 'middle'; disabled?: boolean;
}) {
  const words = useWords(deskWords);
  const [isOpen, setOpen] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <Button danger={danger} type={type} size={size} disabled={disabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        title={question}
        okText={label}
        cancelText={words.notNow}
        okButtonProps={{ danger }}
        onCancel={() => setOpen(false)}
        onOk={() => {
          if (!form.current?.reportValidity()) return;
          form.current.requestSubmit();
          setOpen(false);
        }}
        forceRender={false}
      >
        <Form method="post" ref={form} {...(action ? { action } : {})}>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children}
        </Form>
      </Modal>
    </>
  );
}
