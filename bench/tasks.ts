import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openShop } from '../test/browser/seeds/shop.ts';
import { emailOf } from '../test/browser/tasks/task.ts';
import { TASKS } from '../test/browser/tasks/tasks.ts';
import { launchBrowser } from '../test/support/browser.ts';
import { Person } from '../test/support/person.ts';
import { startDatabase } from './database.ts';
import { startProduct } from './processes.ts';

/**
 * How many touches and seconds the most common tasks take, on a phone, against the whole product and real mail. Prints
 * a table and writes bench/TASKS.md.
 */
const ROUNDS = 3;

const database = await startDatabase();
const shop = await openShop(async (env) => {
  const { url, stop } = await startProduct(database.url, { ROLE: 'all', ...env });
  return { url, end: stop };
});
const browser = await launchBrowser();
const rows: string[] = [];
for (const [index, task] of TASKS.entries()) {
  const measured = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const number = `T-${index + 1}-${round}`;
    await task.prepare(shop, number);
    const person = await Person.withPhone(browser);
    let transferred = 0;
    person.page.on('response', (response) => {
      void response
        .request()
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => {
          transferred += responseBodySize + responseHeadersSize;
        })
        .catch(() => {});
    });
    person.begin();
    await task.perform(person, shop, { number, email: emailOf(number) });
    const { clicks, fields, seconds } = person;
    measured.push({ clicks, fields, seconds, transferred });
    await task.done?.(shop, number);
    await person.close();
    process.stdout.write('.');
  }
  const { clicks, fields, seconds, transferred } = measured.sort((a, b) => a.seconds - b.seconds)[1]!;
  const kilobytes = (transferred / 1000).toFixed(0);
  rows.push(`| ${task.name} | ${clicks} | ${fields} | ${seconds.toFixed(1)} | ${kilobytes} |`);
}
await browser.close();
await shop.close();
await database.stop();

const table = `# Tasks of a buyer

Made by \`npm run bench:tasks\`; nothing here is written by hand. On a phone (390 px), against the whole product and a
real mail server on the same machine, with an empty browser cache; of three rounds the one in the middle. A click is
every touch from the link in the mail, or the shop's address, to the sentence that says it is done. Seconds are the
machine's part: waiting for mails and pages, nobody reading or thinking.

| task | clicks | fields | seconds | kB transferred |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
process.stdout.write(`\n${table}`);
await writeFile(join(import.meta.dirname, 'TASKS.md'), table);
