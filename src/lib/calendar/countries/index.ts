import type { HolidayRules } from '../country.ts';
import { br } from './br.ts';
import { cn } from './cn.ts';
import { de } from './de.ts';
import { fr } from './fr.ts';
import { gb } from './gb.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';
import { us } from './us.ts';

/** The countries whose holidays are known. Another one is a file in this folder and a line here. */
export const HOLIDAY_RULES: readonly HolidayRules[] = [br, cn, de, fr, gb, pl, ru, us];
