import { Button } from 'antd';

/** 打印: without a script it could do nothing, and is not there; the browser prints by itself. */
export function PrintButton({ children }: { children: string }) {
  return <Button className="by-script" onClick={() => window.print()}>{children}</Button>;
}
