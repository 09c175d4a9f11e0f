/** Olist writes wall-clock times of Brazil's capital of commerce, without an offset. */
export const olist_time_zone = 'America/Sao_Paulo';

/**
 * `2017-05-02 13:05:10` in São Paulo as RFC 3339 UTC. Of an hour that came twice (the end of daylight saving)
 * the first is meant, of one that never was the moment the clocks jumped to.
 */
export function instantOf(cell: string): string {
  const local = Temporal.PlainDateTime.from(cell.replace(' ', 'T'));
  return local.toZonedDateTime(olist_time_zone, { disambiguation: 'compatible' }).toInstant().toString();
}

/** The calendar date of a cell: `2017-05-25 00:00:00` is the day, not its midnight. */
export function dateOf(cell: string): string {
  return Temporal.PlainDate.from(cell.slice(0, 10)).toString();
}
