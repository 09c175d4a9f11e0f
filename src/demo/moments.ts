const minute_ms = 60_000;
const saturday = 6;

/** Times and dates as seen from now, in one zone: a demonstration is always of this week. */
export interface Moments {
  time_zone: string;
  /** So many days ago (1 or more) at a time of day there, `15:04`. */
  daysAgo(days: number, time: string): string;
  minutesAgo(minutes: number): string;
  /** A calendar date so many days from today, before it when negative. */
  date(days: number): string;
  /** The same, and Monday when that is a Saturday or Sunday. */
  workday(days: number): string;
}

export function momentsIn(time_zone: string, now_ms: number): Moments {
  const today = Temporal.Instant.fromEpochMilliseconds(now_ms).toZonedDateTimeISO(time_zone).toPlainDate();
  const at = (instant: Temporal.Instant) => instant.round('second').toString();
  return {
    time_zone,
    daysAgo: (days, time) => {
      const local = today.subtract({ days }).toPlainDateTime(Temporal.PlainTime.from(time));
      return at(local.toZonedDateTime(time_zone).toInstant());
    },
    minutesAgo: (minutes) => at(Temporal.Instant.fromEpochMilliseconds(now_ms - minutes * minute_ms)),
    date: (days) => today.add({ days }).toString(),
    workday: (days) => {
      const day = today.add({ days });
      return day.add({ days: day.dayOfWeek >= saturday ? 8 - day.dayOfWeek : 0 }).toString();
    },
  };
}
