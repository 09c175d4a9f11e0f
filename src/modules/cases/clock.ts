import { addBusinessDays, businessDayOnOrAfter, isBusinessDay } from '../../lib/calendar/index.ts';
import type { Handling } from '../orders/handling.ts';
import { handlingOf, type OrderState } from '../orders/state.ts';

export const case_answer_near = 'case_answer_near';
export const case_overdue = 'case_overdue';

/** Whose business days count, and by which clock. */
export type SellersDay = Pick<Handling, 'country' | 'time_zone'>;

/** What is asked on a day off is asked at this hour of the next business day. */
const opening = { hour: 9 };
/** How long before its time is over the seller is warned; not before it is at its desk. */
const warning_hours = 4;
const desk_opens_hour = 8;
/** When the warning would come before that: on the business day before, with time left to answer. */
const warning_before = { hour: 16 };

/** A seller that was not described when the order was placed works where the order goes. */
export function sellersDay(order: OrderState, seller: string): SellersDay {
  return handlingOf(order, seller) ?? order;
}

/**
 * By when the seller is to answer: at the same time of its next business day. RFC 3339 UTC.
 * What is asked on a weekend or a holiday counts from the opening of the next business day, so that there is always a
 * whole working day to answer in.
 */
export function answerDue(asked_at: string, { country, time_zone }: SellersDay): string {
  const asked = Temporal.Instant.from(asked_at).toZonedDateTimeISO(time_zone);
  const date = asked.toPlainDate();
  const works = isBusinessDay(date, country);
  const from = works ? date : businessDayOnOrAfter(date, country);
  const plainTime = works ? asked.toPlainTime() : Temporal.PlainTime.from(opening);
  const due = addBusinessDays(from, 1, country).toZonedDateTime({ timeZone: time_zone, plainTime });
  return due.toInstant().toString({ smallestUnit: 'second' });
}

/** When to warn the seller that it is to answer, by its working hours. RFC 3339 UTC. */
export function warnAt(answer_due: string, { country, time_zone }: SellersDay): string {
  const due = Temporal.Instant.from(answer_due).toZonedDateTimeISO(time_zone);
  const warning = due.subtract({ hours: warning_hours });
  const same_day = warning.toPlainDate().equals(due.toPlainDate());
  const at = same_day && warning.hour >= desk_opens_hour ? warning : theDayBefore(due, country);
  return at.toInstant().toString({ smallestUnit: 'second' });
}

function theDayBefore(due: Temporal.ZonedDateTime, country: string): Temporal.ZonedDateTime {
  let day = due.toPlainDate().subtract({ days: 1 });
  while (!isBusinessDay(day, country)) day = day.subtract({ days: 1 });
  return day.toZonedDateTime({ timeZone: due.timeZoneId, plainTime: warning_before });
}
