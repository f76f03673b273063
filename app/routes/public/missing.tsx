import { data } from 'react-router';

/** 没有这个页面: an address that leads nowhere is a 404 in the ordinary frame. */
export function loader(): never {
  throw data(null, 404);
}

export function action(): never {
  throw data(null, 404);
}

export default function MissingPage() {
  return null;
}
