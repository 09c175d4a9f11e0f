import pg from 'pg';
import { expect, test } from 'vitest';
import { openLog } from './log.ts';

function logged(readable = false) {
  const lines: string[] = [];
  return { lines, log: openLog({ level: 'info', readable }, (line) => lines.push(line)) };
}

test('a line is JSON with a named level and a time', () => {
  const { log, lines } = logged();
  log.info({ order: 'A-1' }, 'placed');
  log.debug('not this one');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', msg: 'placed', order: 'A-1' });
});

test('a person at a terminal gets a short line', () => {
  const { log, lines } = logged(true);
  log.warn({ attempt: 3 }, 'Mail server away');
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}Mail server away \{"attempt":3\}\n$/);
});

test.each([false, true])(
  'no field, message or error shows a person or a secret (readable: %s)',
  (readable) => {
    const { log, lines } = logged(readable);
    log.info(
      { email: 'ann@example.com', customer: { name: 'Ann' }, headers: { authorization: 'Bearer k3y' } },
      'a',
    );
    log.info({ request: { phone: '+12025550143', cookie: 'session=k3y' } }, 'mail to ann@example.com failed');
    log.error({ err: new Error('connect postgresql://shop:pa55@db/shop') }, 'b');
    log.error({ err: new Error('outer', { cause: new Error('550 no such user <ann@example.com>') }) }, 'c');
    const written = lines.join('');
    expect(lines).toHaveLength(4);
    for (const secret of ['ann', 'Ann', 'k3y', '+1202', 'pa55']) expect(written).not.toContain(secret);
    expect(written).toContain('550 no such user');
  },
);

test('an error of the database keeps its code and loses the row', () => {
  const { log, lines } = logged();
  const unique = new pg.DatabaseError(
    'duplicate key value violates unique constraint "one_email"',
    1,
    'error',
  );
  Object.assign(unique, {
    code: '23505',
    constraint: 'one_email',
    detail: 'Key (email)=(ann) already exists.',
  });
  const syntax = new pg.DatabaseError('invalid input syntax for type integer: "ann"', 1, 'error');
  Object.assign(syntax, { code: '22P02', where: "unnamed portal parameter $1 = 'ann'" });
  log.error({ err: unique }, 'a');
  log.error({ err: syntax }, 'b');
  expect(lines.join('')).not.toContain('ann');
  expect(JSON.parse(lines[0]!).err).toMatchObject({ code: '23505', constraint: 'one_email' });
  expect(JSON.parse(lines[1]!).err).toMatchObject({ code: '22P02' });
});
