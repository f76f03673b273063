import { data } from 'react-router';

/** 没有这一页: an address among the children's pages that leads nowhere is a 404 in their own frame. */
export function loader(): never {
  throw data(null, 404);
}

export function action(): never {
  throw data(null, 404);
}

export default function MissingChildPage() {
  return null;
}
