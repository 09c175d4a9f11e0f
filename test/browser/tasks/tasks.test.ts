import { expect, test } from 'vitest';
import { Person } from '../../support/person.ts';
import { seedStage } from '../seeds/open.ts';
import { emailOf } from './task.ts';
import { TASKS } from './tasks.ts';

const stage = seedStage();

test.each(TASKS.map((task, index) => [task.name, task, `T-${index + 1}`] as const))(
  '%s',
  async (_name, task, number) => {
    const { browser, shop } = stage;
    await task.prepare(shop, number);
    const person = await Person.withPhone(browser);
    person.page.setDefaultTimeout(20_000);
    person.begin();
    await task.perform(person, shop, { number, email: emailOf(number) });
    expect(person.clicks).toBeLessThanOrEqual(task.clicks_max);
    await task.done?.(shop, number);
    await person.close();
  },
);
