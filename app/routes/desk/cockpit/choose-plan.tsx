import { Button } from 'antd';
import { Form, Link } from 'react-router';
import { mostOffered } from '#app/domain/city/cockpit/model.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useWords } from '#app/i18n/pair.ts';

type Props = { plans: readonly { id: string; name: string; place: string }[]; chosen: string; years: readonly number[]; year: number };

/** 换计划、换年份: a plain form that asks for another address. */
export function ChoosePlan({ plans, chosen, years, year }: Props) {
  const words = useWords(cockpitWords);
  return (
    <Form method="get" className="fil cockchoose" role="search" aria-label={words.choose.label}>
      <label>{words.choose.plan}<select key={chosen} className="dctl" name="plan" defaultValue={chosen}>{plans.map((plan) => <option key={plan.id} value={plan.id}>{plan.place || words.nation} · {plan.name}</option>)}</select></label>
      <label>{words.choose.year}<select key={`${chosen} ${year}`} className="dctl" name="year" defaultValue={year}>{years.map((each) => <option key={each} value={each}>{words.choose.yearOf(each)}</option>)}</select></label>
      <Button htmlType="submit">{words.choose.show}</Button>
      {plans.length >= mostOffered && <Link to="/desk/plans">{words.choose.others}</Link>}
    </Form>
  );
}
