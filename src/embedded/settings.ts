/** One line of postgresql.conf with the reason it is there. */
type Setting = [name: string, value: string | number, why: string];

const tuned: Setting[] = [
  ['listen_addresses', '', 'only this machine, only by the socket: nothing to attack, no port to collide'],
  ['max_connections', 60, 'a web and a worker process with their pools, and a person with psql'],
  [
    'shared_buffers',
    '256MB',
    'the hot rows and indexes of 200,000 orders; the default 128MB reads them again and again',
  ],
  ['effective_cache_size', '1GB', 'what the file cache of a small machine holds'],
  ['work_mem', '8MB', 'sorting a page of a list stays in memory'],
  ['maintenance_work_mem', '128MB', 'vacuum and index builds in one pass'],
  ['max_wal_size', '4GB', 'an import of 20,000 orders fits between two checkpoints'],
  ['min_wal_size', '256MB', 'log files are reused and not made anew under load'],
  ['checkpoint_timeout', '15min', 'fewer first-touch page images, which are most of the log'],
  ['wal_compression', 'pglz', 'page images shrink to a third; this build has neither lz4 nor zstd'],
  ['random_page_cost', 1.1, 'the disk is an SSD: an index look-up costs about what a scan step costs'],
  ['jit', 'off', 'our statements last milliseconds, compiling one would take longer'],
  [
    'max_parallel_workers',
    0,
    'two cores belong to the shop; and a container has 64 MB of /dev/shm for workers',
  ],
  [
    'autovacuum_vacuum_scale_factor',
    0.05,
    'snapshots are updated often: clean at 5 % dead rows, not at 20 %',
  ],
  ['timezone', 'UTC', 'a session shows the same time everywhere'],
  ['log_timezone', 'UTC', 'and so does the log'],
  ['log_error_verbosity', 'terse', 'the detail of an error holds the row, and a row may be a person'],
  ['log_min_error_statement', 'panic', 'and so may the statement'],
  ['log_checkpoints', 'off', 'a line every quarter of an hour that nobody reads'],
];

const durable: Setting[] = [['synchronous_commit', 'on', 'what was answered with 2xx survives a power cut']];

const disposable: Setting[] = [
  ['fsync', 'off', 'a test run keeps nothing'],
  ['synchronous_commit', 'off', 'a test run keeps nothing'],
  ['full_page_writes', 'off', 'a test run keeps nothing'],
  ['shared_buffers', '64MB', 'several test runs share one machine'],
  ['max_connections', 200, 'every test file has its pools'],
];

/**
 * The whole postgresql.conf. It is written at every start, so that the settings and this list cannot drift apart;
 * a setting made with `alter system` is kept in postgresql.auto.conf and wins.
 */
export function postgresqlConf(options: { socket_folder: string; disposable: boolean }): string {
  const socket: Setting[] = [
    ['unix_socket_directories', options.socket_folder, 'in a folder only its owner may enter'],
  ];
  return [
    '# Written by Tidings at every start. Use `alter system set ...` for your own values.',
    ...[...tuned, ...socket, ...(options.disposable ? disposable : durable)].map(
      ([name, value, why]) => `${name} = ${quoted(value)}  # ${why}`,
    ),
    '',
  ].join('\n');
}

function quoted(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`;
}
