export { addBusinessDays, businessDayOnOrAfter, isBusinessDay, isHoliday } from './business-days.ts';
